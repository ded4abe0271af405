//! Random servers: whatever they say, a stream of pages goes on and comes to an end.

use super::*;
use crate::__private::paging::{Number, PageToken};
use crate::random::{Random, cases};

#[derive(Debug)]
struct Case {
    from: Position,
    pages: Vec<PageInfo>,
}

impl Case {
    fn of(random: &mut Random) -> Self {
        let number = |random: &mut Random| [0, 1, 2, 100, u64::MAX - 1, u64::MAX][random.below(6)];
        let (first, token) = (number(random), random.pick(&["", "a", "b"]));
        let from = match random.below(4) {
            0 => Position::Offset(number(random)),
            1 => Position::Number { number: number(random), first },
            2 => Position::Token(None),
            _ => Position::Token(Some(token.to_owned())),
        };
        let page = |random: &mut Random| PageInfo {
            items: number(random),
            total: random.once_in(2).then(|| number(random)),
            next: random.once_in(2).then(|| random.below(50).to_string()),
            more: [None, Some(true), Some(true), Some(false)][random.below(4)],
        };
        Self { from, pages: (0..random.below(120)).map(|_| page(random)).collect() }
    }
}

#[test]
fn no_page_is_asked_for_twice() {
    cases(Case::of, |case| {
        let (mut course, mut at, mut asked) = (Course::default(), case.from.clone(), HashSet::new());
        for page in &case.pages {
            let has_end = matches!(at, Position::Offset(u64::MAX) | Position::Number { number: u64::MAX, .. });
            assert!(asked.insert(at.clone()) || has_end, "{at:?}");
            match course.next(at.clone(), page) {
                Ok(Some(next)) => at = next,
                Ok(None) => break,
                Err(fault) => return assert!(page.more == Some(true) || fault == PageFault::TokenRepeats, "{fault}"),
            }
        }
    });
}

#[test]
fn any_number_and_token_of_a_server_is_read_back() {
    const PIECES: &[&str] = &["0", "1", "9", "-", "+", " ", ".", "e", "é", "18446744073709551615"];
    cases(
        |random| random.text(PIECES, 6),
        |text| {
            if let Some(number) = text.number() {
                assert_eq!(<String as Number>::of(number).and_then(|text| text.number()), Some(number));
                assert_eq!(
                    <i64 as Number>::of(number).and_then(|own| own.number()),
                    i64::try_from(number).ok().map(|_| number)
                );
            }
            if let Some(number) = <i64 as PageToken>::of(text) {
                assert_eq!(
                    number.token().and_then(|token| <i64 as PageToken>::of(&token)),
                    (number > 0).then_some(number)
                );
            }
        },
    );
}
