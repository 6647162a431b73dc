//! Turns a minimal automaton into the tables that the matcher runs on, owned by the generator.

use codegen_runtime::pattern as rt;
use codegen_runtime::pattern::{Length, Strategy};

use super::dfa::{DEAD, Dfa};
use super::syntax::{Set, complement, set};

/// A set of more ranges than this becomes a table.
const MOST_RANGES: usize = 24;
/// A state that at least this many ASCII bytes lead back to is worth looking for long runs.
const LEAST_LOOP: usize = 4;
/// What a state takes of a row in [`rt::SmallAutomaton`], and how many states there may be.
pub(crate) const STATE_BITS: u64 = 6;
const MOST_SMALL_STATES: usize = 10;
/// Above this many ranges it takes longer to look for a run than to go through it.
const MOST_LOOP_RANGES: usize = 10;

/// A set of characters beyond ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Beyond {
    Nothing,
    Everything,
    Within(Vec<(char, char)>),
    Outside(Vec<(char, char)>),
    Table(Table),
}

/// A bitmap in pieces, as [`rt::Table`] has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) roots: Vec<u8>,
    pub(crate) blocks: Vec<u8>,
    pub(crate) leaves: Vec<u64>,
}

/// What a pattern is matched with.
#[derive(Clone, Debug)]
pub(crate) enum Matcher {
    Everything,
    Run { ranges: Vec<(u8, u8)>, beyond: Beyond },
    Automaton(Automaton),
}

/// An automaton in tables, as [`rt::Automaton`] has it.
#[derive(Clone, Debug)]
pub(crate) struct Automaton {
    /// The ranges of ASCII bytes whose letter is not 0.
    pub(crate) ascii: Vec<(u8, u8, u8)>,
    pub(crate) beyond: Vec<(Beyond, u8)>,
    pub(crate) other: u8,
    /// The next state by number, for each state and letter.
    pub(crate) rows: Vec<Vec<u16>>,
    pub(crate) start: u16,
    pub(crate) accepting: u16,
    pub(crate) looping: u16,
    pub(crate) loops: Vec<Vec<(u8, u8)>>,
}

impl Matcher {
    /// The tables of an automaton; nothing if they cannot be addressed in 16 bits.
    pub(super) fn new(dfa: &Dfa) -> Option<Self> {
        let Some(class) = only_class(dfa) else {
            return Automaton::new(dfa).map(Self::Automaton);
        };
        let beyond = Beyond::new(&class);
        let ranges = ascii_ranges(&class);
        Some(if beyond == Beyond::Everything && ranges == [(0, 127)] {
            Self::Everything
        } else {
            Self::Run { ranges, beyond }
        })
    }

    /// Runs the matcher of the run time on these tables.
    pub(super) fn matches(&self, length: Length, value: &str) -> bool {
        match self {
            Self::Everything => rt::Pattern::new("", length, Strategy::Everything).matches(value),
            Self::Run { ranges, beyond } => beyond.lend(|beyond| {
                let class = rt::Class::new(ranges, beyond);
                rt::Pattern::new("", length, Strategy::Run(class)).matches(value)
            }),
            Self::Automaton(automaton) => automaton.matches(length, value),
        }
    }
}

/// The class of which an automaton accepts any number of characters, if that is what it does.
fn only_class(dfa: &Dfa) -> Option<Set> {
    let back = dfa.row(dfa.start).iter().all(|&next| next == dfa.start || next == DEAD);
    (back && dfa.accepting.get(dfa.start) == Some(&true)).then(|| {
        let letters = dfa.alphabet.letters.iter().zip(dfa.row(dfa.start));
        letters.filter(|&(_, &next)| next != DEAD).fold(Set::empty(), |mut all, (letter, _)| {
            all.union(letter);
            all
        })
    })
}

/// The ranges of ASCII bytes in a set.
fn ascii_ranges(letter: &Set) -> Vec<(u8, u8)> {
    let mut ascii = letter.clone();
    ascii.intersect(&set([('\0', '\x7F')]));
    ascii.ranges().iter().map(|range| (range.start() as u8, range.end() as u8)).collect()
}

fn char_ranges(set: &Set) -> Vec<(char, char)> {
    set.ranges().iter().map(|range| (range.start(), range.end())).collect()
}

impl Beyond {
    /// The part of a set that is beyond ASCII.
    pub(super) fn new(whole: &Set) -> Self {
        let beyond = set([('\u{80}', '\u{10FFFF}')]);
        let (mut inside, mut outside) = (whole.clone(), complement(whole));
        inside.intersect(&beyond);
        outside.intersect(&beyond);
        match (inside.ranges().len(), outside.ranges().len()) {
            (0, _) => Self::Nothing,
            (_, 0) => Self::Everything,
            (few, more) if few <= MOST_RANGES && few <= more => Self::Within(char_ranges(&inside)),
            (_, few) if few <= MOST_RANGES => Self::Outside(char_ranges(&outside)),
            (_, _) => Table::new(&inside).map_or_else(|| Self::Within(char_ranges(&inside)), Self::Table),
        }
    }

    /// Lends this as the run time has it.
    fn lend<R>(&self, user: impl FnOnce(rt::Set<'_>) -> R) -> R {
        match self {
            Self::Nothing => user(rt::Set::Nothing),
            Self::Everything => user(rt::Set::Everything),
            Self::Within(ranges) => user(rt::Set::Within(ranges)),
            Self::Outside(ranges) => user(rt::Set::Outside(ranges)),
            Self::Table(Table { roots, blocks, leaves }) => user(rt::Set::Table(&rt::Table { roots, blocks, leaves })),
        }
    }

    fn size(&self) -> usize {
        match self {
            Self::Nothing | Self::Everything => 0,
            Self::Within(ranges) | Self::Outside(ranges) => ranges.len(),
            Self::Table(_) => usize::MAX,
        }
    }
}

impl Table {
    /// The table of a set; nothing if it has too many different pieces.
    fn new(set: &Set) -> Option<Self> {
        let mut bits = vec![0_u64; 0x11_0000 / 64];
        for point in set.ranges().iter().flat_map(|range| range.start() as usize..=range.end() as usize) {
            bits[point / 64] |= 1 << (point % 64);
        }
        let mut leaves: Vec<&[u64]> = Vec::new();
        let mut blocks: Vec<Vec<u8>> = Vec::new();
        let mut roots: Vec<u8> = Vec::new();
        for chunk in bits.chunks(4096 / 64) {
            let block = chunk.chunks(256 / 64).map(|leaf| place(&mut leaves, &leaf)).collect::<Option<Vec<u8>>>()?;
            roots.push(place(&mut blocks, &block)?);
        }
        // what is beyond the end is not in the set
        let used = bits.iter().rposition(|&leaf| leaf != 0).map_or(0, |last| last / 64 + 1);
        roots.truncate(used);
        Some(Self { roots, blocks: blocks.concat(), leaves: leaves.concat() })
    }
}

/// Where an item is among others, which it joins if it is new.
fn place<T: PartialEq + Clone>(items: &mut Vec<T>, item: &T) -> Option<u8> {
    let index = items.iter().position(|known| known == item).unwrap_or_else(|| {
        items.push(item.clone());
        items.len() - 1
    });
    u8::try_from(index).ok()
}

impl Automaton {
    fn new(dfa: &Dfa) -> Option<Self> {
        let width = dfa.alphabet.letters.len();
        if dfa.states().checked_mul(width.next_power_of_two())? > 1 << 16 {
            return None;
        }
        let loops: Vec<Vec<(u8, u8)>> = (0..dfa.states()).map(|state| loops(dfa, state)).collect();
        // the dead state, rejecting ones, those of them with loops, accepting ones with, and without
        let mut order: Vec<usize> = (0..dfa.states()).collect();
        order.sort_by_key(|&state| {
            let accepting = dfa.accepting[state];
            (state != DEAD, accepting, loops[state].is_empty() == accepting)
        });
        let mut number = vec![0; order.len()];
        for (index, &state) in order.iter().enumerate() {
            number[state] = u16::try_from(index).ok()?;
        }
        let first = |wanted: &dyn Fn(usize) -> bool| {
            u16::try_from(order.iter().position(|&state| wanted(state)).unwrap_or(order.len())).ok()
        };
        let letters = dfa.alphabet.letters.iter().zip(0_u8..);
        let mut beyond: Vec<(Beyond, u8)> = letters.clone().map(|(letter, index)| (Beyond::new(letter), index)).collect();
        beyond.retain(|(set, _)| *set != Beyond::Nothing);
        // the set that would be the largest is what is in no other
        beyond.sort_by_key(|(set, _)| set.size());
        let other = match beyond.iter().position(|(set, _)| *set == Beyond::Everything) {
            Some(_) => beyond.drain(..).next(),
            None => beyond.pop(),
        };
        let mut ascii: Vec<(u8, u8, u8)> = letters
            .filter(|&(_, index)| index != 0)
            .flat_map(|(letter, index)| ascii_ranges(letter).into_iter().map(move |(first, last)| (first, last, index)))
            .collect();
        ascii.sort_unstable();
        Some(Self {
            ascii,
            beyond,
            other: other.map_or(0, |(_, index)| index),
            rows: order.iter().map(|&state| dfa.row(state).iter().map(|&next| number[next]).collect()).collect(),
            start: number[dfa.start],
            accepting: first(&|state| dfa.accepting[state])?,
            looping: first(&|state| !loops[state].is_empty())?,
            loops: order.iter().map(|&state| loops[state].clone()).filter(|ranges| !ranges.is_empty()).collect(),
        })
    }

    /// The number of letters.
    pub(crate) fn width(&self) -> usize {
        self.rows.first().map_or(1, Vec::len)
    }

    /// The number of entries that a row takes.
    pub(crate) fn stride(&self) -> usize {
        self.width().next_power_of_two()
    }

    /// For each letter, the next state for each state in six bits, if the states are few enough.
    pub(crate) fn small(&self) -> Option<Vec<u64>> {
        (self.rows.len() <= MOST_SMALL_STATES).then(|| {
            let column = |letter: usize| {
                let steps = self.rows.iter().enumerate();
                steps.fold(0, |word, (state, row)| word | (u64::from(row[letter]) * STATE_BITS) << (state as u64 * STATE_BITS))
            };
            (0..self.width()).map(column).collect()
        })
    }

    fn matches(&self, length: Length, value: &str) -> bool {
        let loops: Vec<&[(u8, u8)]> = self.loops.iter().map(Vec::as_slice).collect();
        let loops = rt::Loops { first: usize::from(self.looping), ranges: &loops };
        lend_all(&self.beyond, &mut Vec::new(), &mut |beyond| {
            let letters = rt::Letters { ascii: &rt::ascii(&self.ascii), beyond, other: self.other };
            let matches = |strategy| rt::Pattern::new("", length, strategy).matches(value);
            if let Some(rows) = self.small() {
                let scale = |number: u16| number as u8 * STATE_BITS as u8;
                let (start, accepting) = (scale(self.start), scale(self.accepting));
                return matches(Strategy::SmallAutomaton(rt::SmallAutomaton { letters, rows: &rows, start, accepting, loops }));
            }
            let stride = self.stride();
            let scale = |number: u16| u16::try_from(usize::from(number) * stride).unwrap_or(u16::MAX);
            let mut steps = vec![0; self.rows.len() * stride];
            for (row, steps) in self.rows.iter().zip(steps.chunks_mut(stride)) {
                for (next, step) in row.iter().zip(steps) {
                    *step = scale(*next);
                }
            }
            matches(Strategy::Automaton(rt::Automaton {
                letters,
                steps: &steps,
                shift: stride.trailing_zeros(),
                start: scale(self.start),
                accepting: scale(self.accepting),
                loops,
            }))
        })
    }
}

fn lend_all(rest: &[(Beyond, u8)], lent: &mut Vec<(rt::Set<'_>, u8)>, user: &mut dyn FnMut(&[(rt::Set<'_>, u8)]) -> bool) -> bool {
    match rest.split_first() {
        None => user(lent),
        Some(((set, letter), rest)) => set.lend(|set| {
            let mut lent = lent.clone();
            lent.push((set, *letter));
            lend_all(rest, &mut lent, user)
        }),
    }
}

/// The ranges of the ASCII bytes that lead from a state back to it, if it is worth to know them.
fn loops(dfa: &Dfa, state: usize) -> Vec<(u8, u8)> {
    if state == DEAD {
        return Vec::new();
    }
    let letters = dfa.alphabet.letters.iter().zip(dfa.row(state)).filter(|&(_, &next)| next == state);
    let class = letters.fold(Set::empty(), |mut all, (letter, _)| {
        all.union(letter);
        all
    });
    let ranges = ascii_ranges(&class);
    let bytes: usize = ranges.iter().map(|&(first, last)| usize::from(last - first) + 1).sum();
    if bytes < LEAST_LOOP || ranges.len() > MOST_LOOP_RANGES { Vec::new() } else { ranges }
}
