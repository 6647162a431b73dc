//! A vendor's documentation, HTML -> one short paragraph of plain Markdown.

/// Above this many bytes a paragraph is cut after the last sentence that fits.
const SHORT: usize = 300;

/// The first paragraph of a text, or none where it says nothing.
pub(super) fn to_markdown(html: &str) -> Option<String> {
    let mut paragraph = Paragraph::default();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        paragraph.text(&rest[..start]);
        let Some(length) = rest[start..].find('>') else {
            rest = "";
            break;
        };
        if !paragraph.tag(&rest[start + 1..start + length]) {
            rest = "";
            break;
        }
        rest = &rest[start + length + 1..];
    }
    paragraph.text(rest);
    let text = mend_spaces(&paragraph.markdown);
    let text = without_lead(shorten(&text)).to_owned();
    if text.is_empty() { None } else { Some(text) }
}

#[derive(Default)]
struct Paragraph {
    markdown: String,
    /// Whether the text at hand stands in a code span.
    in_code: bool,
    /// Where the text of an open link starts, and where the link goes.
    link: Option<(usize, String)>,
}

impl Paragraph {
    /// Takes a tag; `false` where it ends the paragraph.
    fn tag(&mut self, tag: &str) -> bool {
        let name: String = tag.chars().take_while(|c| *c == '/' || c.is_ascii_alphanumeric()).collect();
        match name.to_ascii_lowercase().as_str() {
            "code" if !self.in_code => self.open_code(),
            "/code" if self.in_code => self.close_code(),
            "a" => self.link = Some((self.markdown.len(), href(tag).unwrap_or_default().to_owned())),
            "/a" => self.close_link(),
            // the name of the API comes before what is said of it
            "/fullname" => self.markdown.clear(),
            "br" => self.markdown.push(' '),
            "p" | "/p" | "ul" | "ol" | "dl" | "li" | "note" | "important" | "table" | "h1" | "h2" | "h3"
                if !self.markdown.trim().is_empty() =>
            {
                return false;
            }
            _ => {} // emphasis and the like: plain text does without
        }
        true
    }

    fn open_code(&mut self) {
        self.in_code = true;
        self.markdown.push('`');
    }

    fn close_code(&mut self) {
        self.in_code = false;
        if self.markdown.ends_with('`') {
            self.markdown.pop();
        } else {
            self.markdown.push('`');
        }
    }

    fn close_link(&mut self) {
        let Some((start, target)) = self.link.take() else { return };
        let text = self.markdown.split_off(start);
        let is_web = target.starts_with("https://") || target.starts_with("http://");
        if is_web && !text.trim().is_empty() && !target.contains([' ', '(', ')']) && !self.in_code {
            let text = text.trim().trim_matches(['<', '>']);
            self.markdown.extend(["[", text, "](", &target, ")"]);
        } else {
            self.markdown.push_str(&text);
        }
    }

    fn text(&mut self, html: &str) {
        let text = decode(html);
        if self.in_code {
            self.markdown.push_str(&text.replace('`', "'"));
            return;
        }
        for word in text.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end().trim_end_matches(['.', ',', ';', ':', ')', '"', '\'']);
            if bare.starts_with("http://") || bare.starts_with("https://") {
                self.markdown.extend(["<", bare, ">", &word[bare.len()..]]);
            } else {
                word.chars().for_each(|c| self.plain(c));
            }
        }
    }

    /// Takes a character, escaped where Markdown would read more into it.
    fn plain(&mut self, character: char) {
        if matches!(character, '[' | ']' | '<' | '>' | '*' | '`' | '\\') {
            self.markdown.push('\\');
        }
        self.markdown.push(character);
    }
}

fn href(tag: &str) -> Option<&str> {
    let value = tag.split_once("href=")?.1;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next()
}

fn decode(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('&') {
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        if let Some((character, after)) =
            rest[1..].split_once(';').and_then(|(name, after)| Some((entity(name)?, after)))
        {
            text.push(character);
            rest = after;
        } else {
            text.push('&');
            rest = &rest[1..];
        }
    }
    text + rest
}

fn entity(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "mdash" => Some('—'),
        "ndash" => Some('–'),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code =
                digits.strip_prefix(['x', 'X']).map_or_else(|| digits.parse(), |hex| u32::from_str_radix(hex, 16));
            char::from_u32(code.ok()?)
        }
    }
}

/// One space where there were many, none before punctuation: vendors put one after each closing tag.
fn mend_spaces(text: &str) -> String {
    let mut mended = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in [" .", " ,", " ;"] {
        // a space before a mark that begins a word, as in ` .csv`, is meant
        while let Some(at) =
            mended.find(mark).filter(|at| mended[at + 2..].chars().next().is_none_or(char::is_whitespace))
        {
            mended.remove(at);
        }
    }
    mended
}

fn shorten(text: &str) -> &str {
    if text.len() <= SHORT {
        return text;
    }
    let ends = text.match_indices(". ").map(|(at, _)| at + 1);
    let whole = ends.filter(|end| {
        let head = &text[..*end];
        head.matches('`').count().is_multiple_of(2) && head.matches('[').count() == head.matches(']').count()
    });
    let mut best = text.len();
    for end in whole {
        if end > SHORT && best != text.len() {
            break;
        }
        best = end;
    }
    &text[..best]
}

/// A last sentence that leads to a list, which is not taken over, goes too.
fn without_lead(text: &str) -> &str {
    match text.rfind(". ") {
        Some(end) if text.ends_with(':') => &text[..=end],
        Some(_) | None => text,
    }
}
