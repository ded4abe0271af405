//! One table a family: pages as they come, and what follows from each.

use super::*;

fn page(items: u64) -> PageInfo {
    PageInfo { items, ..PageInfo::default() }
}

/// Follows the course from a position, through these pages; gives where each led.
fn follow(from: &Position, pages: &[PageInfo]) -> Vec<Result<Option<Position>, PageFault>> {
    let (mut course, mut at) = (Course::default(), from.clone());
    let mut steps = Vec::new();
    for page in pages {
        let step = course.next(at.clone(), page);
        steps.push(step.clone());
        let Ok(Some(next)) = step else { break };
        at = next;
    }
    steps
}

/// How many pages are read of these, and how it ends.
fn read(from: &Position, pages: &[PageInfo]) -> (usize, Result<Option<Position>, PageFault>) {
    let mut steps = follow(from, pages);
    (steps.len(), steps.pop().unwrap())
}

fn offset(offset: u64) -> Position {
    Position::Offset(offset)
}

fn number(number: u64) -> Position {
    Position::Number { number, first: 1 }
}

fn token(token: &str) -> Position {
    Position::Token(Some(token.to_owned()))
}

const END: Result<Option<Position>, PageFault> = Ok(None);

#[test]
fn an_offset_goes_on_by_what_came() {
    let steps = follow(&offset(0), &[page(100), page(97), page(100), page(0)]);
    assert_eq!(steps, [Ok(Some(offset(100))), Ok(Some(offset(197))), Ok(Some(offset(297))), END]);
    assert_eq!(follow(&offset(200), &[page(10).total(210)]), [END]);
    assert_eq!(follow(&offset(u64::MAX), &[page(10)]), [Ok(Some(offset(u64::MAX)))]);
}

#[test]
fn a_number_goes_on_by_one() {
    let steps = follow(&number(1), &[page(100), page(3), page(100), page(0)]);
    assert_eq!(steps, [Ok(Some(number(2))), Ok(Some(number(3))), Ok(Some(number(4))), END]);
    let from_zero = Position::Number { number: 0, first: 0 };
    assert_eq!(read(&from_zero, &[page(10).total(20), page(10).total(20)]), (2, END));
}

#[test]
fn a_total_that_is_reached_ends_it() {
    for from in [offset(0), number(1)] {
        let total = |items| page(items).total(25);
        assert_eq!(read(&from, &[total(10), total(10), total(5), total(0)]), (3, END));
        // A short page doesn't, nor does a total that moves.
        assert_eq!(read(&from, &[total(10), total(5), total(10), total(0)]), (3, END));
        assert_eq!(read(&from, &[page(10).total(30), page(10).total(40), page(10).total(30), total(0)]), (3, END));
    }
}

#[test]
fn pages_by_number_can_begin_in_the_middle() {
    let total = |items| page(items).total(45);
    assert_eq!(read(&number(3), &[total(10), total(10), total(5), total(0)]), (3, END));
    // Only the last: nobody knows how large a page is.
    assert_eq!(read(&number(5), &[total(5), total(0)]), (2, END));
}

#[test]
fn a_total_that_cant_be_right_isnt_believed() {
    for from in [offset(0), number(1)] {
        for wrong in [0, 1, 9] {
            let total = |items| page(items).total(wrong);
            assert_eq!(read(&from, &[total(10), total(10), total(0)]), (3, END), "{wrong}");
        }
        // It was behind the truth, and catches up: it isn't believed again.
        let pages = [page(10).total(15), page(10).total(15), page(10).total(30), page(10).total(30), page(0)];
        assert_eq!(read(&from, &pages), (5, END));
        // There are fewer than it says.
        assert_eq!(read(&from, &[page(10).total(100), page(0).total(100)]), (2, END));
        assert_eq!(read(&from, &[page(10), page(10), page(0)]), (3, END));
    }
}

#[test]
fn a_word_on_more_counts_more_than_a_total() {
    for from in [offset(0), number(1)] {
        assert_eq!(read(&from, &[page(10).total(10).more(true), page(5).total(100).more(false)]), (2, END));
    }
    assert_eq!(read(&offset(0), &[page(10).more(true), page(0).more(true)]), (2, END));
    assert_eq!(read(&number(1), &[page(10).more(true), page(0).more(true), page(1).more(false)]), (3, END));
}

#[test]
fn a_token_leads_on() {
    let begin = Position::Token(None);
    let next = |token: &str| page(10).next(token.to_owned());
    assert_eq!(follow(&begin, &[next("a"), next("b"), next("")]), [Ok(Some(token("a"))), Ok(Some(token("b"))), END]);
    assert_eq!(read(&begin, &[next("a"), page(10)]), (2, END));
    assert_eq!(read(&token("z"), &[next("a"), next("b").more(false)]), (2, END));
    // An empty page ends it, unless it says that there is more.
    assert_eq!(read(&begin, &[page(0).next("a".to_owned())]), (1, END));
    assert_eq!(read(&begin, &[page(0).next("a".to_owned()).more(true), next("").more(false)]), (2, END));
}

#[test]
fn a_token_that_leads_back_is_a_fault() {
    let next = |token: &str| page(10).next(token.to_owned());
    assert_eq!(read(&Position::Token(None), &[next("a"), next("a")]), (2, Err(PageFault::TokenRepeats)));
    assert_eq!(read(&Position::Token(None), &[next("a"), next("b"), next("a")]), (3, Err(PageFault::TokenRepeats)));
    assert_eq!(read(&token("z"), &[next("z")]), (1, Err(PageFault::TokenRepeats)));
    // An empty page, or a word, is an end nevertheless.
    assert_eq!(read(&token("z"), &[page(0).next("z".to_owned())]), (1, END));
    assert_eq!(read(&token("z"), &[next("z").more(false)]), (1, END));
    assert_eq!(read(&token("z"), &[page(10).more(true)]), (1, Err(PageFault::TokenMissing)));
}

#[test]
fn empty_pages_are_borne_for_a_while() {
    let pages: Vec<_> = (0..200).map(|i| page(0).next(i.to_string()).more(true)).collect();
    assert_eq!(read(&Position::Token(None), &pages), (100, Err(PageFault::Empty)));
    let pages: Vec<_> = (0..200).map(|i| page(u64::from(i % 99 == 0)).next(i.to_string()).more(true)).collect();
    assert_eq!(read(&Position::Token(None), &pages).0, 200);
}

#[test]
fn a_page_that_comes_twice_is_known() {
    let mut course = Course::default();
    let mut comes = |at: Position, items, fingerprint| course.repeats(&at, &page(items), fingerprint);
    assert!(!comes(offset(0), 10, 1));
    assert!(!comes(offset(10), 10, 2));
    assert!(comes(offset(20), 10, 2));
    assert!(!comes(offset(30), 10, 1));
    assert!(!comes(number(4), 0, 3) && !comes(number(5), 0, 3));
    assert!(!comes(token("a"), 10, 4) && !comes(token("b"), 10, 4));
}
