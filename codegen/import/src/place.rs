//! A draft -> the files its entries go into: what stands in a file stays there, what is new goes where it is used.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, targets};
use super::folder::Folder;
use codegen_spec::File;

/// File for `service`.
const SERVICE: &str = "service.yaml";
/// File for new operations.
const OPERATIONS: &str = "operations.yaml";
/// File for shapes where a folder is laid out by kind.
const SHAPES: &str = "shapes.yaml";
/// File for new shapes that operations of more than one file reach.
const SHARED: &str = "shared.yaml";
/// File for new errors.
const ERRORS: &str = "errors.yaml";

/// Puts each entry into its file. Within a file, entries are sorted by name.
pub(super) fn place(draft: Draft, folder: &Folder) -> BTreeMap<String, File> {
    let homes = Homes::of(folder);
    let shape_files = shape_files(&draft, folder, &homes);
    let mut files: BTreeMap<String, File> = BTreeMap::new();
    let Draft { service, operations, shapes, errors, notes: _ } = draft;
    let home = folder.service.as_ref().map_or(homes.of_new(SERVICE), |(file, _)| folder.file_name(*file));
    files.entry(home.to_owned()).or_default().service = Some(service);
    for (name, operation) in operations {
        let file = files.entry(homes.of_operation(&name).to_owned()).or_default();
        file.operations.0.push((name, operation));
    }
    for (name, shape) in shapes {
        let home = shape_files.get(&name).map_or(SHARED, String::as_str);
        files.entry(home.to_owned()).or_default().shapes.0.push((name, shape));
    }
    for (name, error) in errors {
        let home = folder.errors.get(&name).map_or(homes.of_new(ERRORS), |(file, _)| folder.file_name(*file));
        files.entry(home.to_owned()).or_default().errors.0.push((name, error));
    }
    files
}

/// Where entries live.
struct Homes<'f> {
    folder: &'f Folder,
    /// The one file that the folder consists of, which takes everything.
    single: Option<&'f str>,
    /// Whether new shapes have a file of their own.
    by_kind: bool,
}

impl<'f> Homes<'f> {
    fn of(folder: &'f Folder) -> Self {
        let single = match folder.files.as_slice() {
            [(name, _)] if !folder.is_new() => Some(name.as_str()),
            _ => None,
        };
        let by_kind = folder.is_new() || folder.files.iter().any(|(name, _)| name == SHAPES);
        Self { folder, single, by_kind }
    }

    /// The file for something new whose own file would be `usual`.
    fn of_new(&self, usual: &'f str) -> &'f str {
        self.single.unwrap_or(usual)
    }

    fn of_operation(&self, name: &str) -> &'f str {
        let known = self.folder.operations.get(name);
        known.map_or(self.of_new(OPERATIONS), |(file, _)| self.folder.file_name(*file))
    }
}

/// The file of each shape.
fn shape_files(draft: &Draft, folder: &Folder, homes: &Homes<'_>) -> BTreeMap<String, String> {
    let reaching = reaching_files(draft, homes);
    let home = |name: &String| {
        if let Some((file, _)) = folder.shapes.get(name) {
            return folder.file_name(*file);
        }
        if homes.by_kind {
            return homes.of_new(SHAPES);
        }
        let files = reaching.get(name.as_str()).map(|files| files.iter().copied().collect::<Vec<_>>());
        match files.as_deref() {
            Some([file]) => file,
            _ => homes.of_new(SHARED),
        }
    };
    draft.shapes.keys().map(|name| (name.clone(), home(name).to_owned())).collect()
}

/// For each shape, the files of the operations that reach it.
fn reaching_files<'d>(draft: &'d Draft, homes: &Homes<'d>) -> BTreeMap<&'d str, BTreeSet<&'d str>> {
    let mut reaching: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, operation) in &draft.operations {
        let file = homes.of_operation(name);
        let errors = operation.errors.iter().filter_map(|error| draft.errors.get(error.name()));
        let of_errors = errors.flat_map(|error| error.members.iter().map(|(_, member)| member.target.as_str()));
        let own = operation.input.iter().chain(&operation.output).map(String::as_str);
        let mut open: Vec<&str> = own.chain(of_errors).collect();
        while let Some(target) = open.pop() {
            // once reached from a file, everything behind it was too
            if reaching.entry(target).or_default().insert(file)
                && let Some(shape) = draft.shapes.get(target)
            {
                open.extend(targets(shape));
            }
        }
    }
    reaching
}
