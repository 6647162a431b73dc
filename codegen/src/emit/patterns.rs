//! Turns compiled patterns into the items of a module: shared tables, and one static for each.

use codegen_runtime::pattern::Length;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::pattern::Compiled;
use crate::pattern::table::{Automaton, Beyond, Matcher, STATE_BITS, Table};

/// The items of the module `patterns`, in which each pattern is a static of the given name.
///
/// The module is to be emitted into a crate that names the run time `crate::runtime`.
#[must_use]
pub fn tokens(set: &[(Ident, Compiled)]) -> Vec<TokenStream> {
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
                pub static #name: rt::Pattern<'static> = rt::Pattern::new(#source, #length, #strategy);
            }
        })
        .collect();
    let mut items = vec![quote!(use crate::runtime::pattern as rt;)];
    items.extend(shared.tables.iter().enumerate().map(|(index, table)| shared_table(index, table)));
    items.extend(patterns);
    items
}

/// The tables of large sets, each of which is emitted once.
#[derive(Default)]
struct Shared {
    tables: Vec<Table>,
}

impl Shared {
    fn name(&mut self, table: &Table) -> Ident {
        let index = self.tables.iter().position(|known| known == table).unwrap_or_else(|| {
            self.tables.push(table.clone());
            self.tables.len() - 1
        });
        table_name(index)
    }
}

fn table_name(index: usize) -> Ident {
    format_ident!("CHARACTERS_{}", index + 1)
}

fn shared_table(index: usize, table: &Table) -> TokenStream {
    let name = table_name(index);
    let roots = bytes(&table.roots, 32);
    let blocks = bytes(&table.blocks, 16);
    let count = Literal::usize_unsuffixed(table.leaves.len());
    let leaves = lines(table.leaves.chunks(4).map(|leaf| join(leaf, |bits| format!("{bits:x}"))));
    let doc = " A set of characters beyond ASCII that patterns below share.";
    quote! {
        #[doc = #doc]
        static #name: rt::Table<'static> = rt::Table {
            roots: &#roots,
            blocks: &#blocks,
            leaves: &rt::words::<#count>(#leaves),
        };
    }
}

/// A table of bytes, with so many of them in a line.
fn bytes(table: &[u8], columns: usize) -> TokenStream {
    let count = Literal::usize_unsuffixed(table.len());
    let text = lines(table.chunks(columns).map(|row| join(row, u8::to_string)));
    quote!(rt::bytes::<#count>(#text))
}

fn join<T>(items: &[T], text: impl Fn(&T) -> String) -> String {
    items.iter().map(text).collect::<Vec<_>>().join(" ")
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
        return quote!(rt::Length::ANY);
    }
    let min = Literal::u32_unsuffixed(min);
    let max = if max == u32::MAX {
        quote!(u32::MAX)
    } else {
        let max = Literal::u32_unsuffixed(max);
        quote!(#max)
    };
    quote!(rt::Length { min: #min, max: #max })
}

/// An expression, and the items that it names.
struct Emitted {
    items: TokenStream,
    value: TokenStream,
}

fn strategy(matcher: &Matcher, name: &Ident, shared: &mut Shared) -> Emitted {
    match matcher {
        Matcher::Everything => Emitted { items: quote!(), value: quote!(rt::Strategy::Everything) },
        Matcher::Run { ranges, beyond } => {
            let ranges = byte_ranges(ranges);
            let beyond = characters(beyond, shared);
            Emitted { items: quote!(), value: quote!(rt::Strategy::Run(rt::Class::new(#ranges, #beyond))) }
        }
        Matcher::Automaton(automaton) => tables(automaton, name, shared),
    }
}

fn tables(automaton: &Automaton, name: &Ident, shared: &mut Shared) -> Emitted {
    let (letters_name, letters) = letters(automaton, name, shared);
    let loops = loops(automaton);
    if let Some(rows) = automaton.small() {
        let rows = rows.iter().map(|row| literal(&format!("0x{row:x}")));
        let state = |number: u16| Literal::u64_unsuffixed(u64::from(number) * STATE_BITS);
        let (start, accepting) = (state(automaton.start), state(automaton.accepting));
        return Emitted {
            items: letters,
            value: quote! {
                rt::Strategy::SmallAutomaton(rt::SmallAutomaton {
                    letters: #letters_name,
                    rows: &[#(#rows),*],
                    start: #start,
                    accepting: #accepting,
                    loops: #loops,
                })
            },
        };
    }
    let steps_name = format_ident!("{name}_STEPS");
    let stride = automaton.stride();
    let size = Literal::usize_unsuffixed(automaton.rows.len() * stride);
    let width = Literal::usize_unsuffixed(automaton.width());
    let rows = lines(automaton.rows.iter().map(|row| join(row, u16::to_string)));
    let shift = Literal::u32_unsuffixed(stride.trailing_zeros());
    let state = |number: u16| Literal::usize_unsuffixed(usize::from(number) * stride);
    let (start, accepting) = (state(automaton.start), state(automaton.accepting));
    Emitted {
        items: quote! {
            #letters
            static #steps_name: [u16; #size] = rt::steps(#width, #rows);
        },
        value: quote! {
            rt::Strategy::Automaton(rt::Automaton {
                letters: #letters_name,
                steps: &#steps_name,
                shift: #shift,
                start: #start,
                accepting: #accepting,
                loops: #loops,
            })
        },
    }
}

/// What an automaton reads, as a constant of its own.
fn letters(automaton: &Automaton, name: &Ident, shared: &mut Shared) -> (Ident, TokenStream) {
    let letters_name = format_ident!("{name}_LETTERS");
    let ascii = automaton.ascii.iter().map(|&(first, last, letter)| {
        let (first, last) = (Literal::byte_character(first), Literal::byte_character(last));
        let letter = Literal::u8_unsuffixed(letter);
        quote!((#first, #last, #letter))
    });
    let beyond = automaton.beyond.iter().map(|(set, letter)| {
        let set = characters(set, shared);
        let letter = Literal::u8_unsuffixed(*letter);
        quote!((#set, #letter))
    });
    let other = Literal::u8_unsuffixed(automaton.other);
    let item = quote! {
        static #letters_name: rt::Letters<'static> = rt::Letters {
            ascii: &rt::ascii(&[#(#ascii),*]),
            beyond: &[#(#beyond),*],
            other: #other,
        };
    };
    (letters_name, item)
}

fn loops(automaton: &Automaton) -> TokenStream {
    let first = Literal::u16_unsuffixed(automaton.looping);
    let ranges = automaton.loops.iter().map(|ranges| byte_ranges(ranges));
    quote!(rt::Loops { first: #first, ranges: &[#(#ranges),*] })
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
        Beyond::Nothing => quote!(rt::Set::Nothing),
        Beyond::Everything => quote!(rt::Set::Everything),
        Beyond::Within(ranges) => {
            let ranges = list(ranges);
            quote!(rt::Set::Within(#ranges))
        }
        Beyond::Outside(ranges) => {
            let ranges = list(ranges);
            quote!(rt::Set::Outside(#ranges))
        }
        Beyond::Table(table) => {
            let name = shared.name(table);
            quote!(rt::Set::Table(&#name))
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
