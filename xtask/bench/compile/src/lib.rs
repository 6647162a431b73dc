//! Nothing: this package only names the two crates whose compilation is measured.
