//! Turns compiled patterns into the items of a module: shared tables, and one static for each.

use std::fmt::Write as _;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::pattern::Compiled;
use crate::pattern::beyond::{Beyond, Table};
use crate::pattern::letters::Letters;
use crate::pattern::parallel::Parallel;
use crate::pattern::runtime::pattern::Length;
use crate::pattern::table::{Automaton, Matcher, Steps, small_state};

/// The items of the module `patterns`, in which each pattern is a static of the given name.
///
/// The module is to be emitted into a crate that names the run time `crate::runtime`.
#[must_use]
pub fn tokens(set: &[(Ident, &Compiled)]) -> Vec<TokenStream> {
    let mut shared = Shared::default();
    let patterns: Vec<TokenStream> = set
        .iter()
        .map(|(name, compiled)| {
            let doc = format!(" The values that match `{}` as a whole.", code(compiled.source()));
            let source = compiled.source();
            let length = length(compiled.length());
            let strategy = strategy(compiled.matcher(), name, &mut shared);
            let tables = strategy.items;
            let strategy = strategy.value;
            quote! {
                #tables

                #[doc = #doc]
                pub static #name: rt::pattern::Pattern<'static> = rt::pattern::Pattern::new(#source, #length, #strategy);
            }
        })
        .collect();
    let mut items = vec![quote!(
        use crate::runtime as rt;
    )];
    items.extend(shared.pools.iter().enumerate().map(pool_item));
    items.extend(shared.items);
    items.extend(patterns);
    items
}

/// What several patterns may need, each of which is emitted once.
#[derive(Default)]
struct Shared {
    tables: Vec<Table>,
    /// The leaves of tables, which largely are the same.
    pools: Vec<Vec<u8>>,
    classes: Vec<String>,
    items: Vec<TokenStream>,
}

impl Shared {
    /// The name of the static of a class.
    fn class(&mut self, value: &TokenStream) -> Ident {
        let text = value.to_string();
        let known = self.classes.iter().position(|known| *known == text);
        let index = known.unwrap_or(self.classes.len());
        let name = format_ident!("CLASS_{}", index + 1);
        if known.is_none() {
            self.classes.push(text);
            self.items.push(quote!(static #name: rt::pattern::Class<'static> = #value;));
        }
        name
    }

    /// The name of the static of a table.
    fn table(&mut self, table: &Table) -> Ident {
        let known = self.tables.iter().position(|known| known == table);
        let index = known.unwrap_or(self.tables.len());
        let name = format_ident!("CHARACTERS_{}", index + 1);
        if known.is_none() {
            self.tables.push(table.clone());
            let (pool, blocks) = self.pooled(table);
            self.items.push(table_items(&name, &table.roots, &blocks, &pool_name(pool)));
        }
        name
    }

    /// A pool that has all leaves of a table, and the blocks of the table for that pool.
    fn pooled(&mut self, table: &Table) -> (usize, Vec<u8>) {
        for (index, pool) in self.pools.iter_mut().enumerate() {
            let mut all = pool.clone();
            if let Some(blocks) = pool_in(&mut all, table) {
                *pool = all;
                return (index, blocks);
            }
        }
        self.pools.push(table.leaves.clone());
        (self.pools.len() - 1, table.blocks.clone())
    }
}

/// The code points of a leaf, in bytes.
const LEAF: usize = 256 / 8;

/// Adds the leaves of a table to a pool; the blocks for that pool, if it is not too large then.
fn pool_in(pool: &mut Vec<u8>, table: &Table) -> Option<Vec<u8>> {
    let place = |leaf: &[u8]| {
        let index = pool.chunks(LEAF).position(|known| known == leaf).unwrap_or_else(|| {
            pool.extend(leaf);
            pool.len() / LEAF - 1
        });
        u8::try_from(index).ok()
    };
    let places: Vec<u8> = table.leaves.chunks(LEAF).map(place).collect::<Option<_>>()?;
    table.blocks.iter().map(|&leaf| places.get(usize::from(leaf)).copied()).collect()
}

fn pool_name(index: usize) -> Ident {
    format_ident!("LEAVES_{}", index + 1)
}

fn pool_item((index, leaves): (usize, &Vec<u8>)) -> TokenStream {
    let name = pool_name(index);
    let count = Literal::usize_unsuffixed(leaves.len());
    let bytes = bytes(leaves);
    quote! {
        /// What sets of characters are made of: a bit for each of 256 characters in two lines.
        static #name: [u8; #count] = #bytes;
    }
}

fn table_items(name: &Ident, roots: &[u8], blocks: &[u8], leaves: &Ident) -> TokenStream {
    let (roots_name, blocks_name) = (format_ident!("{name}_ROOTS"), format_ident!("{name}_BLOCKS"));
    let [root_count, block_count] = [roots, blocks].map(|table| Literal::usize_unsuffixed(table.len()));
    let (root_bytes, block_bytes) = (bytes(roots), bytes(blocks));
    quote! {
        static #roots_name: [u8; #root_count] = #root_bytes;
        static #blocks_name: [u8; #block_count] = #block_bytes;
        /// A set of characters beyond ASCII.
        static #name: rt::pattern::Table<'static> = rt::pattern::Table {
            roots: &#roots_name,
            blocks: &#blocks_name,
            leaves: &#leaves,
        };
    }
}

fn join<T>(items: &[T], text: impl Fn(&T) -> String) -> String {
    items.iter().map(text).collect::<Vec<_>>().join(" ")
}

/// An array of bytes, in lines of hexadecimal numbers. The compiler need not compute anything for it, which it is slow
/// at.
fn bytes(bytes: &[u8]) -> TokenStream {
    let mut text = String::from("*b\"\\\n");
    for row in bytes.chunks(16) {
        text.push_str("    ");
        for byte in row {
            let _ = write!(text, "\\x{byte:02x}");
        }
        text.push_str("\\\n");
    }
    text.push_str("    \"");
    literal(&text)
}

/// A string literal of several lines.
fn lines(lines: impl Iterator<Item = String>) -> TokenStream {
    let mut text = String::from("\"");
    for line in lines {
        text.push_str("\n    ");
        text.push_str(&line);
    }
    text.push('"');
    literal(&text)
}

fn length(length: Length) -> TokenStream {
    let Length { min, max } = length;
    if length == Length::ANY {
        return quote!(rt::pattern::Length::ANY);
    }
    let min = Literal::u32_unsuffixed(min);
    let max = if max == u32::MAX {
        quote!(u32::MAX)
    } else {
        let max = Literal::u32_unsuffixed(max);
        quote!(#max)
    };
    quote!(rt::pattern::Length { min: #min, max: #max })
}

/// An expression, and the items that it names.
struct Emitted {
    items: TokenStream,
    value: TokenStream,
}

fn strategy(matcher: &Matcher, name: &Ident, shared: &mut Shared) -> Emitted {
    match matcher {
        Matcher::Everything => Emitted { items: quote!(), value: quote!(rt::pattern::Strategy::Everything) },
        Matcher::Words(words) => {
            Emitted { items: quote!(), value: quote!(rt::pattern::Strategy::Words(&[#(#words),*])) }
        }
        Matcher::Run { ranges, beyond } => {
            let ranges = byte_ranges(ranges);
            let beyond = characters(beyond, shared);
            let class = shared.class(&quote!(rt::pattern::Class::new(#ranges, #beyond)));
            Emitted { items: quote!(), value: quote!(rt::pattern::Strategy::Run(&#class)) }
        }
        Matcher::Automaton(automaton) => tables(automaton, name, shared),
        Matcher::Parallel(parallel) => sets(parallel, name, shared),
    }
}

fn sets(parallel: &Parallel, name: &Ident, shared: &mut Shared) -> Emitted {
    let Parallel { letters: alphabet, takes, distances, shifts, jumps, start, accepting } = parallel;
    let (letters_name, letters) = letters(alphabet, name, shared);
    let table = |suffix: &str, sets: &[u64]| {
        let name = format_ident!("{name}_{suffix}");
        let count = Literal::usize_unsuffixed(sets.len());
        let rows = lines(sets.chunks(start.len()).map(|set| join(set, |bits| format!("{bits:x}"))));
        (quote!(static #name: [u64; #count] = rt::pattern::words(#rows);), name)
    };
    let (takes, takes_name) = table("TAKES", takes);
    let (shifts, shifts_name) = table("SHIFTS", shifts);
    let (jumps, jumps_name) = table("JUMPS", jumps);
    let (start, start_name) = table("START", start);
    let (accepting, accepting_name) = table("ACCEPTING", accepting);
    let distances = distances.iter().map(|&distance| Literal::usize_unsuffixed(distance));
    Emitted {
        items: quote! { #letters #takes #shifts #jumps #start #accepting },
        value: quote! {
            rt::pattern::Strategy::ParallelAutomaton(rt::pattern::ParallelAutomaton {
                letters: #letters_name,
                takes: &#takes_name,
                distances: &[#(#distances),*],
                shifts: &#shifts_name,
                jumps: &#jumps_name,
                start: &#start_name,
                accepting: &#accepting_name,
            })
        },
    }
}

fn tables(automaton: &Automaton, name: &Ident, shared: &mut Shared) -> Emitted {
    let (letters_name, letters) = letters(&automaton.letters, name, shared);
    let loops = loops(automaton);
    if let Steps::Small { rows, .. } = &automaton.steps {
        let rows_name = format_ident!("{name}_ROWS");
        let count = Literal::usize_unsuffixed(rows.len());
        let rows = lines(rows.chunks(4).map(|row| join(row, |bits| format!("{bits:x}"))));
        let state = |number| Literal::u8_unsuffixed(small_state(number));
        let (start, accepting) = (state(automaton.start), state(automaton.accepting));
        return Emitted {
            items: quote! {
                #letters
                static #rows_name: [u64; #count] = rt::pattern::words(#rows);
            },
            value: quote! {
                rt::pattern::Strategy::SmallAutomaton(rt::pattern::SmallAutomaton {
                    letters: #letters_name,
                    rows: &#rows_name,
                    ascii: &rt::pattern::ascii_rows(#letters_name.ascii, &#rows_name),
                    start: #start,
                    accepting: #accepting,
                    loops: #loops,
                })
            },
        };
    }
    let steps_name = format_ident!("{name}_STEPS");
    let width = automaton.width;
    let size = Literal::usize_unsuffixed(automaton.rows.len() * usize::from(width));
    let rows = lines(automaton.rows.iter().map(|row| join(row, u16::to_string)));
    let state = |number: u16| Literal::u16_unsuffixed(number * width);
    let (start, accepting) = (state(automaton.start), state(automaton.accepting));
    let width = Literal::u16_unsuffixed(width);
    Emitted {
        items: quote! {
            #letters
            static #steps_name: [u16; #size] = rt::pattern::steps(#width, #rows);
        },
        value: quote! {
            rt::pattern::Strategy::Automaton(rt::pattern::Automaton {
                letters: #letters_name,
                steps: &#steps_name,
                width: #width,
                start: #start,
                accepting: #accepting,
                loops: #loops,
            })
        },
    }
}

/// What an automaton reads, as a constant of its own.
fn letters(letters: &Letters, name: &Ident, shared: &mut Shared) -> (Ident, TokenStream) {
    let letters_name = format_ident!("{name}_LETTERS");
    let ascii = letters.ranges.iter().map(|&(first, last, letter)| {
        let (first, last) = (Literal::byte_character(first), Literal::byte_character(last));
        let letter = Literal::u8_unsuffixed(letter);
        quote!((#first, #last, #letter))
    });
    let beyond = letters.beyond.iter().map(|(set, letter)| {
        let set = characters(set, shared);
        let letter = Literal::u8_unsuffixed(*letter);
        quote!((#set, #letter))
    });
    let other = Literal::u8_unsuffixed(letters.other);
    let item = quote! {
        static #letters_name: rt::pattern::Letters<'static> = rt::pattern::Letters {
            ascii: &rt::pattern::ascii(&[#(#ascii),*]),
            beyond: &[#(#beyond),*],
            other: #other,
        };
    };
    (letters_name, item)
}

fn loops(automaton: &Automaton) -> TokenStream {
    let first = Literal::u16_unsuffixed(automaton.looping);
    let ranges = automaton.loops.iter().map(|ranges| byte_ranges(ranges));
    quote!(rt::pattern::Loops { first: #first, ranges: &[#(#ranges),*] })
}

fn byte_ranges(ranges: &[(u8, u8)]) -> TokenStream {
    let ranges = ranges.iter().map(|&(first, last)| {
        let (first, last) = (Literal::byte_character(first), Literal::byte_character(last));
        quote!((#first, #last))
    });
    quote!(&[#(#ranges),*])
}

fn characters(set: &Beyond, shared: &mut Shared) -> TokenStream {
    let list = |ranges: &[(char, char)]| {
        let ranges = ranges.iter().map(|&(first, last)| {
            let (first, last) = (character(first), character(last));
            quote!((#first, #last))
        });
        quote!(&[#(#ranges),*])
    };
    match set {
        Beyond::Nothing => quote!(rt::pattern::Set::Nothing),
        Beyond::Everything => quote!(rt::pattern::Set::Everything),
        Beyond::Within(ranges) => {
            let ranges = list(ranges);
            quote!(rt::pattern::Set::Within(#ranges))
        }
        Beyond::Outside(ranges) => {
            let ranges = list(ranges);
            quote!(rt::pattern::Set::Outside(#ranges))
        }
        Beyond::Table(table) => {
            let name = shared.table(table);
            quote!(rt::pattern::Set::Table(&#name))
        }
    }
}

/// A character by its code point, since most of those at the ends of ranges cannot be seen.
fn character(character: char) -> TokenStream {
    literal(&format!("'\\u{{{:x}}}'", character as u32))
}

fn literal(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|_| {
        let text = Literal::string(text);
        quote!(compile_error!(#text))
    })
}

/// A pattern as inline code of a doc comment.
fn code(source: &str) -> String {
    source.replace(['\n', '\r'], " ").replace('`', "'")
}
