use std::path::PathBuf;

use tempfile::TempDir;

use super::*;

fn with(bytes: &[u8]) -> (TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("file");
    fs::write(&path, bytes).unwrap();
    (root, path)
}

fn fault(bytes: &[u8]) -> String {
    let (_root, path) = with(bytes);
    read(&path).unwrap_err().to_string().replace(&path.display().to_string(), "FILE")
}

#[test]
fn text_is_read_without_its_byte_order_mark() {
    let (_root, path) = with("\u{feff}text".as_bytes());
    assert!(matches!(read(&path), Ok(Content::Text(text)) if *text == "text"));
}

#[test]
fn what_cant_be_text_is_a_fault_that_shows_nothing_of_it() {
    assert_eq!(fault(b"marker \xff"), "FILE isn't UTF-8: save it in that encoding");
    assert_eq!(
        fault("m\u{0}a".encode_utf16().flat_map(u16::to_le_bytes).chain([0xd8]).collect::<Vec<_>>().as_slice()),
        "FILE isn't UTF-8: save it in that encoding"
    );
    assert_eq!(fault(&vec![b' '; 300 << 10]), "FILE is larger than 256 KiB: is it a file of credentials?");
    let root = tempfile::tempdir().unwrap();
    assert!(read(root.path()).unwrap_err().to_string().ends_with(" isn't a file"));
}

#[test]
fn no_file_is_nothing_even_where_a_directory_is_missing_or_none() {
    let (root, path) = with(b"");
    for path in [root.path().join("other"), root.path().join("other/other"), path.join("below a file")] {
        assert!(matches!(read(&path), Ok(Content::Nothing("not there"))), "{path:?}");
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn a_file_that_is_closed_is_a_fault_and_a_directory_that_is_closed_has_nothing() {
        let (root, path) = with(b"text");
        set_mode(&path, 0);
        // Root reads whatever the mode says; the test below has it see a fault.
        if File::open(&path).is_ok() {
            return;
        }
        assert!(read(&path).unwrap_err().to_string().contains(" can't be read: "));
        set_mode(root.path(), 0);
        assert!(matches!(read(&path), Ok(Content::Nothing("in a directory that this user can't enter"))));
        set_mode(root.path(), 0o700);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_cant_be_read_is_a_fault() {
        let message = read(Path::new("/proc/self/mem")).unwrap_err().to_string();
        assert!(message.starts_with("/proc/self/mem can't be read: "), "{message}");
    }

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("pipe");
        std::os::unix::net::UnixListener::bind(&path).unwrap();
        assert!(read(&path).unwrap_err().to_string().ends_with(" isn't a file"));
        assert!(matches!(read(Path::new("/dev/null")), Ok(Content::Text(text)) if text.is_empty()));
    }
}
