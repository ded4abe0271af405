//! Declarations that are held against a lock file. What is told of faulty ones is in `ui/`.

#[allow(dead_code, reason = "the reader of the macro crate, all of it")]
mod lock;
mod random;

use std::fs;
use std::path::Path;

use serde_json::{json, to_value};
use tencent_action::{Action, tencent_action};

#[tencent_action(service = "vod", version = "2018-07-17", spec = "specs/vod-2018-07-17.spec")]
struct ManageTask {
    task_id: String,
    operation_type: String,
}

/// What is emitted for a lock passes any lint, and needs no name that a user may have taken.
#[deny(warnings, missing_docs, unused_qualifications, clippy::all, clippy::pedantic, clippy::nursery)]
mod hostile {
    #![no_implicit_prelude]

    #[expect(non_camel_case_types, dead_code)]
    struct u8;
    #[expect(dead_code)]
    struct Option;
    mod core {}

    #[::tencent_action::tencent_action(
        service = "invented",
        version = "2020-01-01",
        action = "OldUpload",
        spec = "specs/invented-2020-01-01.spec"
    )]
    #[allow(deprecated)]
    pub(super) struct Upload<'a> {
        #[tencent(binary)]
        pub(super) file: &'a [::core::primitive::u8],
    }

    #[::tencent_action::tencent_data(spec = "specs/invented-2020-01-01.spec", name = "AssignAddressesResponse")]
    pub(super) struct Assigned {
        #[allow(deprecated)]
        pub(super) last_error: ::core::option::Option<::std::string::String>,
    }
}

#[test]
fn a_declaration_that_holds_is_as_it_is_without() {
    let task = ManageTask { task_id: "t".to_owned(), operation_type: "Abort".to_owned() };
    assert_eq!(to_value(&task).unwrap(), json!({"TaskId": "t", "OperationType": "Abort"}));
    assert_eq!(hostile::Upload::NAME, "OldUpload");
    assert_eq!(hostile::Upload { file: b"bytes" }.file.len(), 5);
    assert_eq!(to_value(&hostile::Assigned { last_error: None }).unwrap(), json!({}));
}

/// Cargo compiles again what is made of a file that has changed: those are in the list beside this program.
#[test]
fn a_lock_is_among_the_sources_of_its_users() {
    let sources = std::env::current_exe().unwrap().with_extension("d");
    let sources = fs::read_to_string(sources).unwrap();
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/vod-2018-07-17.spec");
    let lock = lock.to_str().unwrap().replace(' ', "\\ ");
    assert!(sources.contains(&lock), "{lock} isn't in\n{sources}");
}
