//! Good descriptions with small mistakes -> no panic, and a report that says where each problem is.
