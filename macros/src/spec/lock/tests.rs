use std::fs;
use std::path::{Path, PathBuf};

use super::*;

const START: &str = "# tencent-action spec 1\nservice vod 2018-07-17\n";

fn read(blocks: &str) -> Result<Lock, String> {
    Lock::read(format!("{START}{blocks}"))
}

/// The block of an action, as text again.
fn shown(lock: &Lock, action: &str) -> Result<Vec<String>, String> {
    let block = lock.action(action, "vod.spec")?.ok_or_else(|| format!("no {action}"))?;
    let show = |fact: &Fact<'_>| {
        let words = [
            if fact.is_out { "out" } else { "in" },
            fact.name,
            &fact.ty.to_string(),
            if fact.required { "required" } else { "" },
            if fact.deprecated { "deprecated" } else { "" },
        ];
        words.join(" ").trim_end().to_owned()
    };
    Ok(block.members.iter().map(show).collect())
}

#[test]
fn a_lock_is_read_with_all_its_facts() {
    let lock = read(
        "\naction DescribeTasks deprecated\n  in Limit uint64 required\n  out TaskSet [Task_Info] nullable deprecated\n\n\
         action Empty\n\ndata Task_Info out\n  Time datetime_iso\n\ndata DescribeTasks both\n",
    )
    .unwrap();
    assert_eq!((lock.service(), lock.version()), ("vod", "2018-07-17"));
    assert_eq!(lock.actions().collect::<Vec<_>>(), ["DescribeTasks", "Empty"]);
    assert_eq!(lock.data_types().collect::<Vec<_>>(), ["Task_Info", "DescribeTasks"]);
    assert_eq!(
        shown(&lock, "DescribeTasks").unwrap(),
        ["in Limit uint64 required", "out TaskSet [Task_Info]  deprecated"]
    );
    assert_eq!(shown(&lock, "Empty").unwrap(), [""; 0]);

    let of_action = lock.action("DescribeTasks", "").unwrap().unwrap();
    assert!(of_action.is_deprecated && of_action.direction.is_none());
    let of_data = lock.data("DescribeTasks", "").unwrap().unwrap();
    assert_eq!((of_data.direction, of_data.members.len()), (Some(Direction::Both), 0));
    let info = lock.data("Task_Info", "").unwrap().unwrap();
    assert_eq!(info.members[0].ty, Type { word: "datetime_iso", kind: Kind::String, is_list: false });
    assert!(lock.data("Empty", "").unwrap().is_none());
}

#[test]
fn order_and_space_are_as_they_come() {
    let lock = read("action B\r\n\tin  Second\tint64 \r\n\r\n  in First string").unwrap();
    assert_eq!(shown(&lock, "B").unwrap(), ["in Second int64", "in First string"]);
    let unended = Lock::read(START.trim_end().to_owned()).unwrap();
    assert_eq!((unended.version(), unended.actions().count()), ("2018-07-17", 0));
}

#[test]
fn another_file_is_refused() {
    for (text, expected) in [
        ("", "isn't a lock file"),
        ("\n# tencent-action spec 1\n", "isn't a lock file"),
        ("# tencent-action spec x\n", "isn't a lock file"),
        ("# tencent-action spec 2\n", "is of format 2"),
        ("# tencent-action spec 1\n", "ends before its second line"),
        ("# tencent-action spec 1\naction A\n", "has a fault in line 2, `action A`: expected `service NAME VERSION`"),
        ("# tencent-action spec 1\nservice vod 2018-07-17 x\n", "has a fault in line 2"),
        ("# tencent-action spec 1\nservice vod 2018-07-17\n  in A string\n", "has a fault in line 3, `in A string`"),
    ] {
        let fault = Lock::read(text.to_owned()).err().unwrap_or_default();
        assert!(fault.starts_with(expected), "{text:?}: {fault}");
    }
}

#[test]
fn a_fault_is_told_with_its_line() {
    for (line, expected) in [
        ("act A", "expected `action NAME`"),
        ("action", "expected `action NAME`"),
        ("action A b", "expected `action NAME`"),
        ("data A", "expected `action NAME`"),
        ("data A out deprecated", "expected `action NAME`"),
        (">>>>>>> theirs", "expected `action NAME`"),
        ("  Limit uint64", "expected `in` or `out`"),
        ("  in", "expected the name of a member"),
        ("  in Li-mit uint64", "expected the name of a member"),
        ("  in Limit", "expected a type"),
        ("  in Limit uint32", "expected a type"),
        ("  in Limit [uint64", "expected a type"),
        ("  in Limit [[uint64]]", "expected a type"),
        ("  in Limit uint64 optional", "expected `required`"),
        ("  in Name int64", "`Name` is there twice"),
        ("  in Limit uint64 required required", "`required` is there twice"),
        ("  in Limit uint64 nullable nullable", "`nullable` is there twice"),
        ("action Ä", "expected `action NAME`"),
    ] {
        let lock = read(&format!("\naction A\n  in Name string\n\n{line}\n"));
        let fault = lock.and_then(|lock| shown(&lock, "A")).err().unwrap_or_default();
        assert!(fault.contains(&format!("has a fault in line 7, `{}`: {expected}", line.trim())), "{line:?}: {fault}");
    }
}

#[test]
fn a_block_is_there_once() {
    let blocks = "action A\n  in Name string\naction B\ndata A in\n";
    assert_eq!(shown(&read(blocks).unwrap(), "B").unwrap(), [""; 0]);
    for (block, lines) in [("action A deprecated\n", "3 and 7"), ("data A out\n", "6 and 7")] {
        let fault = read(&format!("{blocks}{block}")).err();
        assert_eq!(fault, Some(format!("has `A` twice, in lines {lines}")));
    }
}

#[test]
fn any_text_is_read_without_a_panic() {
    let text = format!("{START}\naction Ä\n  in Ö [é]\n\u{2028}\0 data B both\n  x\u{a0}string");
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        for lock in [&text[..end], &text[end..]].map(|text| Lock::read(text.to_owned())).into_iter().flatten() {
            let names: Vec<_> = lock.actions().map(str::to_owned).collect();
            assert!(names.iter().all(|name| shown(&lock, name).is_err() || name == "Ä"));
        }
    }
}

/// All that is read of a file, as whoever writes one would write it; what isn't minded here, `nullable`, is left out.
fn whole(text: &str) -> Result<String, String> {
    let lock = Lock::read(text.to_owned())?;
    let mut lines = vec![FIRST.to_owned(), format!("service {} {}", lock.service(), lock.version())];
    let mut actions: Vec<_> = lock.actions().collect();
    let mut data: Vec<_> = lock.data_types().collect();
    actions.sort_unstable();
    data.sort_unstable();
    for name in actions {
        let Some(block) = lock.action(name, "")? else { continue };
        lines.extend([String::new(), format!("action {name}{}", if block.is_deprecated { " deprecated" } else { "" })]);
        members(&mut lines, block, |fact| if fact.is_out { "out " } else { "in " });
    }
    for name in data {
        let Some(block) = lock.data(name, "")? else { continue };
        let direction = block.direction.map(|direction| format!("{direction:?}").to_lowercase());
        lines.extend([String::new(), format!("data {name} {}", direction.unwrap_or_default())]);
        members(&mut lines, block, |_| "");
    }
    Ok(lines.join("\n") + "\n")
}

fn members(lines: &mut Vec<String>, mut block: Block<'_>, direction: impl Fn(&Fact<'_>) -> &'static str) {
    block.members.sort_by_key(|fact| (fact.is_out, fact.name));
    for fact in block.members {
        let words = [(fact.required, " required"), (fact.deprecated, " deprecated")];
        let words: String = words.iter().filter(|(is_so, _)| *is_so).map(|(_, word)| *word).collect();
        lines.push(format!("  {}{} {}{words}", direction(&fact), fact.name, fact.ty));
    }
}

/// The files in a directory of `tests/specs`, each with the one beside it that has what is to come of it.
fn samples(directory: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/specs").join(directory);
    let files = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let specs = files.filter(|file| file.extension().is_some_and(|extension| extension == "spec"));
    specs.map(|file| (file.clone(), fs::read_to_string(file.with_extension(extension)).unwrap())).collect()
}

/// The runtime, which can't be asked here, has a reader of its own: it reads the same files (`runtime/src/spec/lock/tests.rs`),
/// and the same must come of them.
#[test]
fn both_readers_read_the_same() {
    let samples = [samples("", "spec"), samples("untidy", "tidy")].concat();
    assert!(samples.len() > 2);
    for (file, expected) in samples {
        let read = whole(&fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(read, expected.replace(" nullable", ""), "{}", file.display());
    }
}

#[test]
fn both_readers_refuse_the_same() {
    let samples = samples("faulty", "fault");
    assert!(samples.len() > 10);
    for (file, expected) in samples {
        let fault = whole(&fs::read_to_string(&file).unwrap()).unwrap_err();
        assert!(fault.ends_with(expected.trim_end()), "{}: {fault}", file.display());
    }
}
