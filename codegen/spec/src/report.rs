//! Problems of a description -> what its author reads: each with its place, the line it stands on, and the cure.

use std::fmt;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::{Source, locate};

/// Something that is wrong with a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What it is about, such as `UserPoolIdType.pattern`; empty where the message says it.
    pub subject: String,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

/// Where in the sources a problem is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a line and column, both from 1.
    Point {
        /// Index of the source.
        source: usize,
        /// Line.
        line: usize,
        /// Column, in characters.
        column: usize,
    },
    /// At the value under a path of keys, or as near to it as the source goes.
    Path {
        /// Index of the source.
        source: usize,
        /// Map keys and list indices, from the top.
        keys: Vec<String>,
    },
    /// At the last key of such a path: it is the key that is wrong, and not its value.
    Key {
        /// Index of the source.
        source: usize,
        /// Map keys and list indices, from the top.
        keys: Vec<String>,
    },
    /// In no source at all.
    Nowhere,
}

/// All problems that were found, in the order of their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    problems: Vec<Located>,
}

/// A problem and the source text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Located {
    path: String,
    line: usize,
    column: usize,
    /// The line's text, and what of it to underline, in bytes.
    excerpt: Option<(String, std::ops::Range<usize>)>,
    title: String,
    help: Option<String>,
}

impl Report {
    /// The problems of these sources, each with the text around it.
    #[must_use]
    pub fn new(problems: Vec<Problem>, sources: &[Source]) -> Self {
        let mut problems: Vec<_> = problems.into_iter().map(|problem| Located::new(problem, sources)).collect();
        problems.sort_by(|a, b| (&a.path, a.line, a.column, &a.title).cmp(&(&b.path, b.line, b.column, &b.title)));
        problems.dedup();
        Self { problems }
    }

    /// How many problems there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.problems.len()
    }

    /// Whether there are none, which a report of an error never is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// The report as text, with colours for a terminal.
    #[must_use]
    pub fn to_colored(&self) -> String {
        self.render(&Renderer::styled())
    }

    fn render(&self, renderer: &Renderer) -> String {
        let texts: Vec<_> = self.problems.iter().map(|problem| problem.render(renderer)).collect();
        texts.join("\n\n")
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(&Renderer::plain()))
    }
}

impl std::error::Error for Report {}

impl Located {
    fn new(problem: Problem, sources: &[Source]) -> Self {
        let Problem { place, subject, message, help } = problem;
        let title = if subject.is_empty() { message } else { format!("{subject}: {message}") };
        let title = one_line(&title);
        let text_of = |source: usize| sources.get(source).map_or("", |source| source.text.as_str());
        let (source, line, column, length) = match place {
            Place::Point { source, line, column } => (source, line, column, 1),
            Place::Path { source, keys } => {
                let span = locate::find(text_of(source), &keys);
                (source, span.line, span.column, span.length)
            }
            Place::Key { source, keys } => {
                let span = locate::find_key(text_of(source), &keys);
                (source, span.line, span.column, span.length)
            }
            Place::Nowhere => (usize::MAX, 0, 0, 0),
        };
        let Some(source) = sources.get(source) else {
            return Self { path: String::new(), line, column, excerpt: None, title, help };
        };
        let text = source.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let byte = |column: usize| text.char_indices().nth(column).map_or(text.len(), |(index, _)| index);
        let start = byte(column.saturating_sub(1));
        let end = byte(column.saturating_sub(1) + length).max(start);
        let excerpt = Some((text.to_owned(), start..end));
        Self { path: source.path.clone(), line, column, excerpt, title, help }
    }

    fn render(&self, renderer: &Renderer) -> String {
        let mut group = Group::with_title(Level::ERROR.primary_title(self.title.as_str()));
        if let Some((text, span)) = &self.excerpt {
            let snippet = Snippet::source(text.as_str())
                .line_start(self.line)
                .path(self.path.as_str())
                .annotation(AnnotationKind::Primary.span(span.clone()));
            group = group.element(snippet);
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        renderer.render(&[group])
    }
}

/// The names in a message may hold line breaks and other controls, which would tear the report apart.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() { out.extend(character.escape_default()) } else { out.push(character) }
    }
    out
}

/// Help for a name that is not known: the known one that is most like it, or what to do without one.
pub fn did_you_mean<'n>(name: &str, known: impl Iterator<Item = &'n str>, otherwise: &str) -> String {
    const ALIKE: f64 = 0.75;
    let most_like = known
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    most_like.map_or_else(|| otherwise.to_owned(), |(_, candidate)| format!("did you mean `{candidate}`?"))
}
