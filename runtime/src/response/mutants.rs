//! JSON for tests that hold our readers against serde_json: made up from a seed, and damaged.

/// A small generator: xorshift, whose course is the same everywhere.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self((seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

/// Values with nothing in them, odd ones among them.
const SCALARS: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "7",
    "-1",
    "300",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "1.0",
    "0.1",
    "-2.5e-3",
    "1e3",
    "1E+2",
    "123456789.12345678901",
    "4.9e-324",
    "\"\"",
    "\"a\"",
    "\"7\"",
    "\"longer than eight bytes\"",
    "\"1234567é\"",
    "\"中文 😀\"",
    r#""\"\\\/\b\f\n\r\t""#,
    r#""\u00e9\u4e2d""#,
    r#""\ud83d\ude00""#,
    "\"\u{7f}\"",
    "\"SUCCESS\"",
    "\"true\"",
];

const NAMES: &[&str] = &[
    "A",
    "B",
    "Name",
    "Count",
    "Status",
    "Items",
    "Nested",
    "Map",
    "Error",
    "RequestId",
    "Response",
    r"A\u0042",
    "",
    "1",
];

/// A JSON document.
pub(super) fn documents(seed: u64) -> String {
    let mut json = String::new();
    write(&mut json, &mut Dice::new(seed), 4);
    json
}

fn write(json: &mut String, dice: &mut Dice, depth: usize) {
    let kind = if depth == 0 { 0 } else { dice.below(6) };
    let space = dice.one_of(&["", "", "", " ", "\n\t"]);
    match kind {
        0..3 => json.push_str(dice.one_of(SCALARS)),
        3 => list(json, ('[', ']'), dice, |json, dice| {
            json.push_str(space);
            write(json, dice, depth - 1);
        }),
        _ => list(json, ('{', '}'), dice, |json, dice| {
            json.extend([space, "\"", dice.one_of(NAMES), "\"", space, ":", space]);
            write(json, dice, depth - 1);
        }),
    }
}

fn list(json: &mut String, (open, close): (char, char), dice: &mut Dice, element: impl Fn(&mut String, &mut Dice)) {
    json.push(open);
    for index in 0..dice.below(5) {
        if index > 0 {
            json.push(',');
        }
        element(json, dice);
    }
    json.push(close);
}

/// The same JSON with a byte lost, doubled or put in the place of another, or cut off.
pub(super) fn mutated(json: &[u8], seed: u64) -> Vec<u8> {
    const BYTES: &[u8] = b"\"\\{}[]:,0-.eEut +\x1f\xff\xc3 a";
    let mut dice = Dice::new(seed ^ 0x5555);
    let mut json = json.to_vec();
    for _ in 0..=dice.below(2) {
        let at = dice.below(json.len().max(1));
        let byte = BYTES[dice.below(BYTES.len())];
        match dice.below(4) {
            _ if json.is_empty() => json.push(byte),
            0 => drop(json.remove(at)),
            1 => json.insert(at, byte),
            2 => json[at] = byte,
            _ => json.truncate(at),
        }
    }
    json
}
