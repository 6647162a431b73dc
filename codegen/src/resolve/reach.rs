//! What follows from how shapes contain one another: which members need a `Box`, which values can violate anything, and
//! which values a server reads and writes.

use crate::model::{Constraint, Error, Kind, Member, Operation, Presence, Shape, ShapeId};

/// Boxes the members through which a structure or union contains itself without a list or map between.
pub(super) fn mark_boxed(shapes: &mut [Shape]) {
    let boxed: Vec<(usize, usize)> = (0..shapes.len())
        .flat_map(|id| inline_members(&shapes[id]).map(move |(position, member)| (id, position, member.target)))
        .filter(|&(id, _, target)| contains(shapes, target, ShapeId(id)))
        .map(|(id, position, _)| (id, position))
        .collect();
    for (id, position) in boxed {
        match &mut shapes[id].kind {
            Kind::Structure(structure) => structure.members[position].boxed = true,
            Kind::Union(members) => members[position].boxed = true,
            Kind::List(_)
            | Kind::Map { .. }
            | Kind::String
            | Kind::Enum(_)
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Blob
            | Kind::Timestamp(_)
            | Kind::Document => {}
        }
    }
}

/// Whether a value of `outer` holds one of `inner` in itself, not behind a list's or map's pointer.
fn contains(shapes: &[Shape], outer: ShapeId, inner: ShapeId) -> bool {
    let mut seen = vec![false; shapes.len()];
    let mut pending = vec![outer];
    while let Some(id) = pending.pop() {
        if id == inner {
            return true;
        }
        if !std::mem::replace(&mut seen[id.0], true) {
            pending.extend(inline_members(&shapes[id.0]).map(|(_, member)| member.target));
        }
    }
    false
}

/// The members of a structure or union with their positions; none for other shapes.
fn inline_members(shape: &Shape) -> impl Iterator<Item = (usize, &Member)> {
    shape.kind.members().iter().enumerate()
}

/// Marks the shapes of which some value violates something: by constraints of their own, or inside.
pub(super) fn mark_checked(shapes: &mut [Shape]) {
    for shape in &mut *shapes {
        shape.checked = own_check(shape);
    }
    // until nothing changes, since shapes may contain themselves
    loop {
        let found: Vec<usize> =
            (0..shapes.len()).filter(|&id| !shapes[id].checked && inner_check(shapes, &shapes[id])).collect();
        if found.is_empty() {
            return;
        }
        for id in found {
            shapes[id].checked = true;
        }
    }
}

/// Marks the shapes that a server reads, and those that it writes.
pub(super) fn mark_served(shapes: &mut [Shape], operations: &[Operation], errors: &[Error]) {
    let inputs = operations.iter().filter_map(|operation| operation.input);
    let outputs = operations.iter().filter_map(|operation| operation.output);
    let outputs = outputs.chain(errors.iter().map(|error| error.shape));
    for (id, read) in reached(shapes, inputs).into_iter().enumerate() {
        shapes[id].served.read = read;
    }
    for (id, written) in reached(shapes, outputs).into_iter().enumerate() {
        shapes[id].served.written = written;
    }
}

/// For each shape, whether it is one of some, or inside of one.
fn reached(shapes: &[Shape], some: impl Iterator<Item = ShapeId>) -> Vec<bool> {
    let mut reached = vec![false; shapes.len()];
    let mut pending: Vec<_> = some.collect();
    while let Some(id) = pending.pop() {
        if !std::mem::replace(&mut reached[id.0], true) {
            pending.extend(shapes[id.0].kind.targets());
        }
    }
    reached
}

fn own_check(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Enum(_)) || shape.constraints.iter().any(Constraint::can_fail)
}

fn inner_check(shapes: &[Shape], shape: &Shape) -> bool {
    shape.kind.targets().into_iter().any(|id| shapes[id.0].checked)
}

impl Kind {
    /// The shapes of the values right inside of one: of members, items, keys and entries.
    pub(crate) fn targets(&self) -> Vec<ShapeId> {
        match self {
            Self::Structure(_) | Self::Union(_) => self.members().iter().map(|member| member.target).collect(),
            Self::List(item) => vec![*item],
            Self::Map { key, value } => vec![*key, *value],
            Self::String
            | Self::Enum(_)
            | Self::Integer
            | Self::Long
            | Self::Float
            | Self::Double
            | Self::Boolean
            | Self::Blob
            | Self::Timestamp(_)
            | Self::Document => Vec::new(),
        }
    }

    /// The members of a structure or union; none for other kinds.
    pub(crate) fn members(&self) -> &[Member] {
        match self {
            Self::Structure(structure) => &structure.members,
            Self::Union(members) => members,
            Self::List(_)
            | Self::Map { .. }
            | Self::String
            | Self::Enum(_)
            | Self::Integer
            | Self::Long
            | Self::Float
            | Self::Double
            | Self::Boolean
            | Self::Blob
            | Self::Timestamp(_)
            | Self::Document => &[],
        }
    }
}

impl Constraint {
    /// Whether some value violates it.
    pub(crate) fn can_fail(&self) -> bool {
        match self {
            Self::Length { min, max } => min.is_some_and(|min| min > 0) || max.is_some(),
            Self::Range { .. } | Self::FloatRange { .. } | Self::Pattern(_) | Self::UniqueItems => true,
        }
    }
}

impl Member {
    /// Whether the structure's field is an `Option`.
    pub(crate) fn is_optional(&self) -> bool {
        self.presence == Presence::Optional
    }
}
