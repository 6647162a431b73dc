//! The text of the reference -> its blocks of code, and its tables of keys and words.

/// The parts of the reference that can be checked.
pub struct Readme {
    pub blocks: Vec<Block>,
    pub tables: Vec<Table>,
}

/// A block of code.
pub struct Block {
    /// What stands behind its opening fence.
    pub info: String,
    /// Where its fence is, from 1.
    pub line: usize,
    pub text: String,
}

/// A table of keys or words, which stands under the heading of its type.
pub struct Table {
    /// The heading as the type's name: `Documented error` becomes `DocumentedError`.
    pub name: String,
    pub rows: Vec<Row>,
}

/// A key or word.
pub struct Row {
    pub name: String,
    /// YAML that shows the key; empty for a word.
    pub example: String,
    pub meaning: String,
    pub is_required: bool,
}

impl Readme {
    /// The only table of a type.
    pub fn table(&self, name: &str) -> &Table {
        let found: Vec<_> = self.tables.iter().filter(|table| table.name == name).collect();
        assert_eq!(found.len(), 1, "spec/README.md has one table for {name}, under a heading of that name");
        found[0]
    }
}

/// Takes the reference apart.
pub fn parse(text: &str) -> Readme {
    let mut readme = Readme { blocks: Vec::new(), tables: Vec::new() };
    let (mut heading, mut in_table) = (String::new(), false);
    let mut lines = text.lines().zip(1..);
    while let Some((line, number)) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let inside = lines.by_ref().map(|(line, _)| line).take_while(|line| *line != "```");
            let text = inside.flat_map(|line| [line, "\n"]).collect();
            readme.blocks.push(Block { info: info.to_owned(), line: number, text });
        } else if line.starts_with('#') {
            heading = type_name(line.trim_start_matches('#').trim());
        } else if ["| key | example | meaning |", "| word | meaning |"].contains(&line) {
            readme.tables.push(Table { name: heading.clone(), rows: Vec::new() });
            in_table = true;
        } else if !line.starts_with('|') {
            in_table = false;
        } else if in_table && !line.starts_with("|--") {
            readme.tables.last_mut().unwrap().rows.push(row(line));
        }
    }
    readme
}

fn row(line: &str) -> Row {
    let cells: Vec<_> = line.trim_matches('|').split(" | ").map(str::trim).collect();
    let code = |cell: &str| cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`')).map(str::to_owned);
    let meaning = cells.last().unwrap();
    let required = meaning.strip_prefix("Required. ");
    Row {
        name: code(cells[0]).unwrap_or_else(|| panic!("{line}")),
        example: if cells.len() == 3 { code(cells[1]).unwrap_or_else(|| panic!("{line}")) } else { String::new() },
        meaning: required.unwrap_or(meaning).to_owned(),
        is_required: required.is_some(),
    }
}

fn type_name(heading: &str) -> String {
    heading
        .split(' ')
        .map(|word| {
            let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
            first.to_uppercase() + rest
        })
        .collect()
}
