//! Where what is measured begins and ends: callgrind forgets what was before the one, and writes down what was before the other.

use std::hint::black_box;

/// What follows is measured.
#[inline(never)]
pub(crate) fn begin() {
    black_box("begin");
}

/// What came before was measured. The bodies differ, or the compiler might make one function of the two.
#[inline(never)]
pub(crate) fn end() {
    black_box("the end");
}
