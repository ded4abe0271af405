//! What examples are told, and who reads what they say.

use std::process::{Command, Stdio};

use super::{example, shown, text};

/// What nobody reads is no reason to panic.
#[test]
fn a_program_goes_on_when_nobody_reads_what_it_says() {
    for name in
        ["manage_task", "process_media", "stream_chat", "blocking", "test_your_code", "own_transport", "sign_only"]
    {
        let (nobody, output) = std::io::pipe().unwrap();
        drop(nobody);
        let mut program = Command::new(example(name));
        let ended = program.stdin(Stdio::null()).stdout(output).stderr(Stdio::piped()).output().unwrap();
        assert_eq!((ended.status.code(), text(&ended.stderr)), (Some(0), ""), "{name}");
    }
}

#[test]
fn a_program_without_options_refuses_them() {
    for name in ["process_media", "stream_chat", "blocking", "test_your_code"] {
        let run = |option: &str| Command::new(example(name)).arg(option).output().unwrap();
        let refused = run("--site");
        let fault = "`--site`: there are no options; it calls a fake cloud on this machine\n";
        assert_eq!((refused.status.code(), text(&refused.stderr)), (Some(2), fault), "{name}");
        let told = run("--help");
        assert!(told.status.success() && text(&told.stdout).ends_with("takes no options.\n"), "{name}");
    }
}

/// A call of the fake cloud.
fn with_json(json: &str) -> [&str; 5] {
    ["--fake", "vod", "2018-07-17", "DescribeTasks", json]
}

/// Nothing is signed that can't be right, and an option that can't be is named.
#[test]
fn a_fault_of_the_command_line_is_named() {
    let url = "https://vod.tencentcloudapi.com";
    for (name, arguments, fault) in [
        ("sign_only", &[url, "2018-07-17", "DescribeTasks", "{bad"] as &[_], "the parameters aren't a JSON object: "),
        ("sign_only", &[url, "DescribeTasks", "2018-07-17"], "`DescribeTasks` is no version: "),
        ("sign_only", &["http://10.0.0.1", "2018-07-17", "DescribeTasks"], "`http://10.0.0.1` is of no service: "),
        ("watch_task", &["--interval", "soon"], "--interval: "),
        ("abort_waiting", &["--concurrency", "0"], "--concurrency: "),
        ("credentials", &["--requires"], "invalid option '--requires'; --help "),
        ("fake_cloud", &["--port", "many"], "--port: "),
        ("manage_task", &["--sub-app-id", "mine"], "--sub-app-id: "),
        ("manage_task", &["--site", "mainland"], "which task? --task-id ID says it; --help "),
        ("own_transport", &["--record", "a", "--play", "b"], "it either records or plays; --help "),
        ("own_transport", &["--play", "a", "--site", "mainland"], "--play calls no cloud; --help "),
        (
            "call",
            &["--fake", "--site", "mainland", "vod", "2018-07-17", "DescribeTasks"],
            "--fake calls a cloud of its own: ",
        ),
        ("call", &["--reveal", "vod", "2018-07-17", "DescribeTasks"], "--reveal goes with --explain; --help "),
        ("call", &["--param", "=x", "vod", "2018-07-17", "DescribeTasks"], "`=x` has no name before its `=`; --help "),
        (
            "call",
            &["--param", ":=1", "vod", "2018-07-17", "DescribeTasks"],
            "`:=1` has no name before its `:=`; --help ",
        ),
        ("call", &with_json(r#"{"Limit":1,"Limit":2}"#), "in the parameters, `Limit` is there twice; --help "),
        ("call", &with_json(r#"{"A":[{"B":{}, "\u0042":[]}]}"#), "in the parameters, `B` is there twice; --help "),
        (
            "call",
            &with_json(r#"{"A":123456789012345678901}"#),
            "in the parameters, 123456789012345678901 has more than ",
        ),
        (
            "call",
            &["--param", "A:=[-9223372036854775809]"],
            "in the value of A, -9223372036854775809 has more than 64 ",
        ),
        ("sign_only", &["vod.tencentcloudapi.com", "2018-07-17", "DescribeTasks"], "`vod.tencentcloudapi.com` has no "),
        ("sign_only", &[url, "2018-07-17", "Describe Tasks"], "`Describe Tasks` is no action: "),
        ("sign_only", &["--region", "a b", url, "2018-07-17", "DescribeTasks"], "`a b` is no region: "),
        ("sign_only", &["--service", "VOD", url, "2018-07-17", "DescribeTasks"], "`VOD` is no service: "),
        ("sign_only", &[url, "2018-07-17", "DescribeTasks", "[1]"], "the parameters aren't a JSON object: "),
        // What a shell makes of JSON that isn't quoted.
        (
            "call",
            &["--fake", "vod", "2018-07-17", "DescribeTasks", "{Limit:", "5}"],
            "the JSON is one argument: put it ",
        ),
        ("sign_only", &[url, "2018-07-17", "DescribeTasks", "{Limit:", "5}"], "the JSON is one argument: put it "),
    ] {
        let refused = Command::new(example(name)).args(arguments).output().unwrap();
        assert!(text(&refused.stderr).starts_with(&format!("{name}: {fault}")), "{}", shown(&refused));
        assert_eq!((refused.status.code(), text(&refused.stdout)), (Some(2), ""), "{name}");
    }
}

/// Who types a host in capitals means the same service.
#[test]
fn a_service_is_signed_for_in_lower_case() {
    let signed = Command::new(example("sign_only"))
        .env("TENCENTCLOUD_SECRET_ID", "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE")
        .env("TENCENTCLOUD_SECRET_KEY", "a-key-that-opens-nothing")
        .args(["https://VOD.tencentcloudapi.com", "2018-07-17", "DescribeTasks"])
        .output()
        .unwrap();
    assert!(text(&signed.stdout).contains("/vod/tc3_request, "), "{}", shown(&signed));
}
