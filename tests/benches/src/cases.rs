//! What is measured, each by its name: ours and the floors.
//!
//! A case does its work as often as it is told. Within it stand the [marks](mark) of the part that instructions are counted of;
//! time is measured over all of it.

mod decoding;
mod making;

use std::hint::black_box;

use crate::mark;

/// Does its work so many times.
pub(crate) type Case = Box<dyn FnMut(usize)>;

/// How a case is made ready.
type Make = fn() -> Case;

/// A case by its name.
#[derive(Debug, Clone, Copy)]
struct Named {
    name: &'static str,
    make: Make,
}

const fn case(name: &'static str, make: Make) -> Named {
    Named { name, make }
}

fn all() -> impl Iterator<Item = Named> {
    making::CASES.into_iter().chain(decoding::CASES)
}

/// The names of all cases.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    all().map(|case| case.name)
}

pub(crate) fn of(name: &str) -> Option<Case> {
    all().find(|case| case.name == name).map(|case| (case.make)())
}

/// A case all of whose work is measured.
fn whole<T>(mut work: impl FnMut() -> T + 'static) -> Case {
    Box::new(move |times| {
        for _ in 0..times {
            mark::begin();
            let made = black_box(work());
            mark::end();
            drop(made);
        }
    })
}
