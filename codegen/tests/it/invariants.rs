//! What ARCHITECTURE.md promises of the sources and of the output, as tests over their text.
