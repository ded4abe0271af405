//! Declarations written from metadata: as the golden file has them, and used as a person would.

use std::fs;
use std::path::Path;
use std::process::Command;

use tencent_action::fake::FakeCloud;
use tencent_action::spec::{RustOptions, ServiceSpec, rust};
use tencent_action::{Action, Empty};

/// What was written, compiled as it is.
#[deny(warnings)]
#[allow(dead_code, unreachable_pub, missing_docs, clippy::pedantic, reason = "for those who use it from outside")]
mod kettle {
    include!("declarations/kettle.rs");
}

fn spec() -> ServiceSpec {
    ServiceSpec::from_json(include_bytes!("declarations/kettle.json")).unwrap()
}

fn written(actions: &[&str], options: &RustOptions) -> String {
    rust(&spec(), actions, options).unwrap()
}

/// `BLESS=1` writes it anew.
#[test]
fn the_golden_file_is_what_is_written() {
    let spec = spec();
    let text = rust(&spec, spec.actions.keys(), &RustOptions::default()).unwrap();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/declarations/kettle.rs");
    if std::env::vars_os().any(|(name, _)| name == "BLESS") {
        fs::write(&golden, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(golden).unwrap(), "bless it with BLESS=1, and read the difference");
}

#[test]
fn it_is_formatted_by_the_defaults_of_rustfmt() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("rustfmt.toml"), "").unwrap();
    let file = directory.path().join("kettle.rs");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("it/declarations/kettle.rs"), &file).unwrap();
    let output = Command::new("rustfmt").args(["--check", "--edition", "2024"]).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn only_what_is_reached_is_written() {
    let text = written(&["Ping"], &RustOptions::default());
    let expected = "use tencent_action::tencent_action;\n\n#[tencent_action(service = \"kettle\", version = \"2024-05-01\")]\n\
                    #[derive(Debug, Clone, PartialEq)]\npub struct Ping;\n";
    assert_eq!(text, expected);
    let text = written(&["DescribeBrews", "DescribeBrews"], &RustOptions::default());
    assert_eq!(text.matches("pub struct DescribeBrews ").count(), 1);
    assert!(text.contains("pub struct Tag ") && !text.contains("pub struct Tea "));
}

#[test]
fn an_unknown_action_is_told() {
    let fault = |name: &str| rust(&spec(), [name], &RustOptions::default()).unwrap_err();
    assert_eq!(
        fault("boilwater").to_string(),
        "kettle 2024-05-01 has no action `boilwater`; did you mean `BoilWater`?"
    );
    assert_eq!(fault("Freeze").to_string(), "kettle 2024-05-01 has no action `Freeze`");
    assert!(fault("Freeze").is_missing());
}

/// Whatever a file says, it puts no code of its own into a program.
#[test]
fn what_is_no_name_is_refused() {
    for (name, other, place) in [
        ("\"TeaIDs\"", r#""Tea\")] pub x: u8, //""#, "actions.BoilWater"),
        ("\"kettle\"", r#""kettle\"""#, "metadata.serviceShortName"),
        ("\"TeaId\"", r#""""#, "objects.Tea"),
        ("\"Key\"", r#""1Key""#, "objects.Tag"),
    ] {
        let json = include_str!("declarations/kettle.json").replace(name, other);
        let spec = ServiceSpec::from_json(json.as_bytes()).unwrap();
        let fault = rust(&spec, ["Ping"], &RustOptions::default()).unwrap_err().to_string();
        assert!(fault.starts_with(&format!("{place}: ")) && fault.ends_with("isn't a name"), "{fault}");
    }
}

#[test]
fn options_are_kept() {
    let options = RustOptions::default().without_docs().lock("specs/kettle.spec").runtime("my::tencent_action");
    let text = written(&["AssumeKettle", "DescribeBrews"], &options);
    assert!(text.starts_with("use my::tencent_action::{serde_json, tencent_action, tencent_data};\n"), "{text}");
    assert!(!text.contains("///"), "{text}");
    let option = "#[tencent_data(\n    spec = \"specs/kettle.spec\",\n    name = \"Option\",\n    crate = my::tencent_action\n)]";
    assert!(text.contains(option), "{text}");
    let words =
        "#[tencent_data(crate = my::tencent_action)]\n#[derive(Debug, Clone, PartialEq, Eq)]\n#[serde(rename_all";
    assert!(text.contains(words), "{text}");
    assert!(text.contains("    spec = \"specs/kettle.spec\",\n    crate = my::tencent_action\n)]"), "{text}");
}

fn names<A: Action>() -> Vec<&'static str> {
    A::FIELDS.iter().map(|field| field.wire_name).collect()
}

#[test]
fn members_go_under_their_names() {
    let spec = spec();
    let published =
        |action: &str| spec.actions[action].input.iter().map(|member| member.name.clone()).collect::<Vec<_>>();
    assert_eq!(names::<kettle::BoilWater>(), published("BoilWater"));
    assert_eq!(names::<kettle::Brew>(), published("Brew"));
    assert_eq!(names::<kettle::DescribeBrews>(), published("DescribeBrews"));
    assert_eq!(kettle::BoilWater::CLIENT_TOKEN, Some("ClientToken"));
    let reads = [kettle::DescribeBrews::IDEMPOTENT, kettle::ListTeas::IDEMPOTENT, kettle::BoilWater::IDEMPOTENT];
    assert_eq!(reads, [true, true, false]);
}

#[test]
fn values_are_what_is_listed() {
    use kettle::{BoilWaterType, BrewDataMode, Status};

    assert_eq!([BoilWaterType::Tap.as_str(), BoilWaterType::HardWater.as_str()], ["TAP", "HARD_WATER"]);
    assert_eq!(
        [Status::Brewing.as_str(), Status::Steeped.as_str(), Status::Cold.as_str()],
        ["brewing", "steeped", "cold"]
    );
    assert_eq!([BrewDataMode::GongFu.as_str(), BrewDataMode::Western.as_str()], ["Gong-Fu", "WESTERN"]);
}

#[tokio::test]
async fn what_is_written_calls() {
    let cloud = FakeCloud::in_process();
    cloud.on_json("kettle", "2024-05-01", "DescribeBrews", |request| {
        let offset = request["Offset"].as_u64().unwrap_or(0);
        let brew = serde_json::json!({ "Status": "cold", "Details": { "a": offset }, "Next": [{ "Tags": null }], "Tags": [{}] });
        Ok(serde_json::json!({ "TotalCount": 2, "BrewSet": [brew] }))
    });
    cloud.on(|request: kettle::BoilWater| {
        assert!(request.client_token.is_some());
        Ok(kettle::BoilWaterResponse { task_id: request.valve.map(|valve| valve.open.to_string()) })
    });
    cloud.on(|_: kettle::Ping| Ok(Empty));
    let client = cloud.client().build().unwrap();

    kettle::Ping.send(&client).await.unwrap();
    let valve = kettle::Valve { open: true, behind: None };
    let boil = kettle::BoilWater { litres: 1.5, valve: Some(valve), ..kettle::BoilWater::default() };
    assert_eq!(boil.send(&client).await.unwrap().task_id.as_deref(), Some("true"));

    let request = kettle::DescribeBrews { status: Some(kettle::Status::Cold), ..Default::default() };
    let mut brews = request.pages(&client).items();
    let mut found = Vec::new();
    while let Some(brew) = brews.next().await {
        found.push(brew.unwrap());
    }
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].details, Some(serde_json::json!({ "a": 1 })));
    assert_eq!((found[0].status.clone(), found[0].next.len()), (Some(kettle::Status::Cold), 1));
    assert_eq!(found[0].tags[0].key, None);
}
