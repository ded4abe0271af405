//! The journal, as a crash or a stranger leaves it.

use tencent_action_examples::abort_waiting::{Journal, JournalError, Mark};

use super::*;

fn open(world: &World) -> Result<Vec<String>, JournalError> {
    Journal::open(&world.journal(), &world.owner()).map(|(_, past)| past.open())
}

fn fault(world: &World) -> String {
    open(world).unwrap_err().to_string()
}

#[test]
fn it_is_text_and_says_what_was_begun_and_what_came_of_it() {
    let world = World::new(0);
    let (journal, past) = Journal::open(&world.journal(), &world.owner()).unwrap();
    assert!(past.open().is_empty());
    let ids = ["a", "b", "c"].map(str::to_owned);
    journal.begin(&ids).unwrap();
    journal.note(Mark::Done, "a", "request-1").unwrap();
    journal.note(Mark::Failed, "b", "two\nlines").unwrap();
    let text = fs::read_to_string(world.journal()).unwrap();
    let head = world.head();
    assert_eq!(text, format!("{head}\nbegin a\nbegin b\nbegin c\ndone a request-1\nfailed b two lines\n"));
    let past = journal.past().unwrap();
    assert_eq!((past.open(), past.is_over("a"), past.is_over("b")), (vec!["c".to_owned()], true, false));
}

#[test]
fn wherever_it_is_torn_what_was_whole_is_read_and_the_next_line_is_whole() {
    let world = World::new(0);
    let whole = format!("{}\nbegin a\ndone a request-1\nbegin b\n", world.head());
    for len in 0..=whole.len() {
        fs::write(world.journal(), &whole[..len]).unwrap();
        let (journal, past) = Journal::open(&world.journal(), &world.owner()).unwrap();
        let has = |line: &str| whole[..len].contains(line);
        let expected: Vec<_> = [("a", has("begin a\n") && !has("request-1\n")), ("b", has("begin b\n"))]
            .into_iter()
            .filter(|(_, is_open)| *is_open)
            .map(|(id, _)| id.to_owned())
            .collect();
        assert_eq!((past.open(), past.is_over("a")), (expected, has("request-1\n")), "{len}");
        journal.note(Mark::Done, "z", "").unwrap();
        drop(journal);
        let text = fs::read_to_string(world.journal()).unwrap();
        assert!(text.starts_with(&world.head()) && text.ends_with("\ndone z\n"), "{text}");
        open(&world).unwrap();
    }
    // What a disk that lost power may have behind the last line.
    fs::write(world.journal(), [whole.as_bytes(), &[0; 100]].concat()).unwrap();
    assert_eq!(open(&world).unwrap(), ["b"]);
}

#[test]
fn that_of_another_cloud_account_or_application_is_refused_and_left_as_it_is() {
    let world = World::new(0);
    let ours = world.owner();
    for theirs in [
        Owner { cloud: "https://vod.tencentcloudapi.com".to_owned(), ..ours.clone() },
        Owner { account: "100000000002".to_owned(), ..ours.clone() },
        Owner { sub_app_id: None, ..ours.clone() },
        Owner { sub_app_id: Some(77), ..ours.clone() },
    ] {
        let text = format!("abort_waiting journal 1: {theirs}\nbegin a\n");
        fs::write(world.journal(), &text).unwrap();
        let fault = fault(&world);
        assert!(fault.ends_with(&format!("it is the journal of {theirs}, and this is {ours}")), "{fault}");
        assert!(Journal::read(&world.journal(), &ours).is_err());
        assert_eq!(fs::read_to_string(world.journal()).unwrap(), text);
    }
}

#[test]
fn what_is_no_journal_of_this_version_is_refused_and_left_as_it_is() {
    let world = World::new(0);
    let head = world.head();
    for (text, fault_of) in [
        ("abort_waiting journal 2: something\n".to_owned(), "it is a journal of another version"),
        ("my diary\n".to_owned(), "it isn't a journal, and is left as it is"),
        ("my diary".to_owned(), "it isn't a journal, and is left as it is"),
        (format!("{head}\nbegin a\nbegun b\n"), "line 3 makes no sense: begun b"),
        (format!("{head}\n\nbegin a\n"), "line 2 makes no sense: "),
        (format!("{head}\nbegin\n"), "line 2 makes no sense: begin"),
        (format!("{head}\nbegin \u{1b}\n"), "line 2 makes no sense: begin \\u{1b}"),
    ] {
        fs::write(world.journal(), &text).unwrap();
        assert!(fault(&world).ends_with(fault_of), "{}", fault(&world));
        assert_eq!(fs::read_to_string(world.journal()).unwrap(), text);
    }
    fs::write(world.journal(), b"\xff\xfe\n").unwrap();
    assert!(fault(&world).ends_with("it isn't a journal, and is left as it is"));
}

#[test]
fn it_has_one_writer_and_any_number_of_readers() {
    let world = World::new(0);
    let (journal, _) = Journal::open(&world.journal(), &world.owner()).unwrap();
    journal.begin(&["a".to_owned()]).unwrap();
    assert!(fault(&world).ends_with("another process is using this journal"));
    assert_eq!(Journal::read(&world.journal(), &world.owner()).unwrap().open(), ["a"]);
    drop(journal);
    assert_eq!(open(&world).unwrap(), ["a"]);
}
