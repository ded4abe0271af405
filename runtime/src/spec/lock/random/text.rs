//! The text of a lock file, which the workspace's tests link to as well.

use crate::random::Random;

const PIECES: &[&str] = &[
    "action",
    "data",
    " in",
    " out",
    " both",
    " deprecated",
    " required",
    " nullable",
    " string",
    "[",
    "]",
    "Tea",
    "name",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\u{85}",
    "\u{1b}[2J",
    "é",
    "\u{a0}",
    "\u{b}",
    "\u{c}",
    "\n  in Name string\n",
    "\naction Boil\n",
    "\0",
    "# ",
    "service",
    "\n \n",
    "\u{2028}",
];
const KINDS: &[&str] = &["string", "int64", "[uint64]", "Tea", "[Tea]", "datetime_iso", "binary", "Tea_1", "[bool]"];

pub(super) fn text(random: &mut Random) -> String {
    let mut text = "# tencent-action spec 1\nservice kettle 2024-05-01\n".to_owned();
    for _ in 0..random.below(5) {
        let name = random.pick(&["Boil", "Tea", "Cup", "Pour", "Leaf_2"]);
        let is_action = random.once_in(2);
        let (kind, words): (_, &[&str]) =
            if is_action { ("action ", &["", "", " deprecated"]) } else { ("data ", &[" in", " out", " both"]) };
        text.extend(["\n", kind, name, random.pick(words), "\n"]);
        for _ in 0..random.below(4) {
            let direction = if is_action { random.pick(&["in ", "out "]) } else { "" };
            let member = random.pick(&["Size", "Name", "Time", "Left", "x"]);
            text.extend(["  ", direction, member, " ", random.pick(KINDS)]);
            text.extend([" required", " nullable", " deprecated"].into_iter().filter(|_| random.once_in(5)));
            text += "\n";
        }
    }
    random.damage_text(text, PIECES)
}
