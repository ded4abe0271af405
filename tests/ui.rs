//! What the compiler says of faulty declarations, and that it says nothing of right ones.
//!
//! One fault a file in `ui/`; what must compile, in every hostile surrounding, is in `ui/pass/`.
//! `TRYBUILD=overwrite cargo test -p tencent-action-tests --test ui` writes what the compiler says now; read the diff
//! before you commit it.

#[test]
fn messages_are_as_written_down() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*.rs");
    cases.pass("ui/pass/*.rs");
}
