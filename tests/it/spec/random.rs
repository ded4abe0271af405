//! Random lock files, read by both readers: that of the macro crate, which no other crate can ask, is linked into here.

mod text;

use std::fmt::Write;

use tencent_action::spec;

use self::text::text;
use super::lock::{Block, Fact, Lock};
use crate::random::cases;

/// What the macro crate reads, written as the runtime writes it; `nullable`, which isn't minded there, is left out.
fn whole(text: &str) -> Result<String, String> {
    let lock = Lock::read(text.to_owned())?;
    let mut whole = format!("# tencent-action spec 1\nservice {} {}\n", lock.service(), lock.version());
    let (mut actions, mut data): (Vec<_>, Vec<_>) = (lock.actions().collect(), lock.data_types().collect());
    actions.sort_unstable();
    data.sort_unstable();
    for name in actions {
        let block = lock.action(name, "FILE")?.ok_or("an action is listed, and not there")?;
        write!(whole, "\naction {name}").unwrap();
        whole += if block.is_deprecated { " deprecated\n" } else { "\n" };
        members(&mut whole, block, |fact| if fact.is_out { "out " } else { "in " });
    }
    for name in data {
        let block = lock.data(name, "FILE")?.ok_or("a data type is listed, and not there")?;
        let direction = format!("{:?}", block.direction.ok_or("a data type goes nowhere")?);
        writeln!(whole, "\ndata {name} {}", direction.to_lowercase()).unwrap();
        members(&mut whole, block, |_| "");
    }
    Ok(whole)
}

fn members(whole: &mut String, mut block: Block<'_>, direction: impl Fn(&Fact<'_>) -> &'static str) {
    block.members.sort_by_key(|fact| (fact.is_out, fact.name));
    for fact in block.members {
        let words = [(fact.required, " required"), (fact.deprecated, " deprecated")];
        write!(whole, "  {}{} {}", direction(&fact), fact.name, fact.ty).unwrap();
        whole.extend(words.iter().filter(|(is_so, _)| *is_so).map(|(_, word)| *word));
        whole.push('\n');
    }
}

/// A name or a type may be called `nullable`, too: it is the words behind them that count.
fn without_nullable(lock: &str) -> String {
    let (mut text, mut before) = (String::new(), 0);
    for line in lock.lines() {
        if let Some(member) = line.strip_prefix("  ") {
            let words = member.split(' ').enumerate();
            let words = words.filter(|(place, word)| *place < before || *word != "nullable").map(|(_, word)| word);
            text += "  ";
            text += &words.collect::<Vec<_>>().join(" ");
        } else {
            before = if line.starts_with("action ") { 3 } else { 2 };
            text += line;
        }
        text.push('\n');
    }
    text
}

#[test]
fn both_readers_read_and_refuse_the_same() {
    cases(text, |text| {
        let ours = spec::Lock::read(text).map(|lock| without_nullable(&lock.to_string()));
        match (ours, whole(text)) {
            (Ok(ours), Ok(whole)) => assert_eq!(ours, whole),
            (Err(_), Err(fault)) => assert!(!fault.contains(char::is_control), "{fault:?}"),
            (ours, whole) => panic!("{ours:?}, and {whole:?}"),
        }
    });
}
