//! Room for what is written: the thread's last writer leaves its own to the next one, which mostly need not grow it
//! again.

use std::cell::Cell;

use bytes::Bytes;

thread_local! {
    static KEPT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// The most bytes that a thread keeps.
const MOST_KEPT: usize = 1 << 20;

/// As many bytes a thread keeps even if texts need far fewer.
const KEPT_FOR_GOOD: usize = 1 << 16;

/// How many times as great as a text its room may be where both are handed out, or more is kept than
/// [`KEPT_FOR_GOOD`].
const MOST_TIMES: usize = 4;

/// The room that the thread has kept, if any.
pub(super) fn take() -> Vec<u8> {
    KEPT.try_with(Cell::take).unwrap_or_default()
}

/// The text at the start of `room`, which is kept.
pub(super) fn copied(mut room: Vec<u8>, length: usize) -> Vec<u8> {
    if room.len() > MOST_KEPT {
        room.truncate(length);
        return room;
    }
    let text = room.get(..length).unwrap_or_default().to_vec();
    keep(room, length);
    text
}

/// The text at the start of `room`, which is kept when the text is gone: by the thread that has it then.
pub(super) fn lent(room: Vec<u8>, length: usize) -> Bytes {
    if room.len() > MOST_KEPT || room.len() / MOST_TIMES > length {
        copied(room, length).into()
    } else {
        Bytes::from_owner(Lent { room, length })
    }
}

/// Keeps the room of a text of this length. Room that was made for a great text is given back by halves, one with each
/// small text after it.
fn keep(mut room: Vec<u8>, length: usize) {
    if room.len() > KEPT_FOR_GOOD && room.len() / MOST_TIMES > length {
        room.truncate(room.len() / 2);
        room.shrink_to_fit();
    }
    // a thread that is about to end keeps nothing
    let _ = KEPT.try_with(|kept| kept.set(room));
}

/// A text that was handed out together with its room.
struct Lent {
    room: Vec<u8>,
    length: usize,
}

impl AsRef<[u8]> for Lent {
    fn as_ref(&self) -> &[u8] {
        self.room.get(..self.length).unwrap_or_default()
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        keep(std::mem::take(&mut self.room), self.length);
    }
}
