//! Random lock files. That the macro crate reads the same, `tests/it/spec` sees to.

mod text;

use self::text::text;
use super::*;
use crate::random::cases;

#[test]
fn what_is_read_is_written_and_read_again_however_it_is_spaced() {
    cases(text, |text| {
        let outcome = Lock::read(text);
        let respaced: String = text.lines().map(|line| line.replace(' ', " \t") + "\r\n\t \n").collect();
        // The first line has its spaces, and a line goes on for some bytes that are no white space elsewhere.
        let respaced = respaced.replacen("# \ttencent-action \tspec \t1", "# tencent-action spec 1", 1);
        match outcome {
            Ok(lock) => {
                assert_eq!(Lock::read(&lock.to_string()).as_ref().ok(), Some(&lock));
                assert_eq!(Lock::read(&respaced).ok(), Some(lock));
            }
            Err(error) => {
                let message = error.to_string();
                let told = ["line", "isn't a lock file", "is of format", "ends before"];
                assert!(told.iter().any(|word| message.contains(word)), "{message}");
                assert!(!message.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{message:?}");
                assert!(Lock::read(&respaced).is_err());
            }
        }
    });
}
