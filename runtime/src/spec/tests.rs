//! Samples in our own words, small and with the quirks of the real ones.

use std::fs;
use std::path::Path;

use super::{Hit, MemberKind, Metadata, ServiceSpec, Status, Usage, find};
use crate::env::Env;

const KETTLE: &str = r#"{
    "version": "1.0",
    "metadata": { "serviceShortName": "kettle", "apiVersion": "2024-05-01", "serviceNameCN": "水壶", "api_brief": "Hot water" },
    "actions": {
        "BoilWater": { "name": "Boils water", "document": "Heats it.", "status": "online", "input": "BoilWaterRequest",
            "output": "BoilWaterResponse" },
        "AbortBoiling": { "name": "Lets it cool", "status": "deprecated", "input": "AbortBoilingRequest",
            "output": "AbortBoilingResponse", "skip_sign": true }
    },
    "objects": {
        "BoilWaterRequest": { "type": "object", "members": [
            { "name": "Litres", "type": "float", "member": "float", "required": 1, "document": "How much." },
            { "name": "Teas", "type": "list", "member": "Tea", "required": false, "new": { "key": [] } },
            { "name": "Until", "type": "string", "member": "datetime_iso", "document": "Or ABORT：ends at once." }
        ] },
        "BoilWaterResponse": { "type": "object", "members": [
            { "name": "RequestId", "type": "string", "member": "string", "output_required": true },
            { "name": "Steam", "type": "map", "member": "string", "value_allowed_null": true },
            { "name": "Lost", "type": "object", "member": "Nowhere", "disabled": true }
        ] },
        "AbortBoilingRequest": { "type": "object", "document": null, "members": [] },
        "AbortBoilingResponse": { "type": "object", "members": [] },
        "Tea": { "usage": "in", "document": "A sort of tea.", "members": [
            { "name": "Blend", "type": "list", "member": "Tea" },
            { "name": "Degrees", "type": "int", "member": "uint64" },
            { "name": "Names", "type": "list", "member": "string" }
        ] }
    }
}"#;

const EXAMPLES: &str = r#"{ "actions": { "BoilWater": [
    { "document": "", "title": "A litre", "input": "POST / HTTP/1.1\n\n{\"Litres\": 1}", "output": "{\"Response\": {}}" }
] } }"#;

fn kettle() -> ServiceSpec {
    ServiceSpec::from_json(KETTLE.as_bytes()).unwrap()
}

fn fault(json: &str) -> String {
    ServiceSpec::from_json(json.as_bytes()).unwrap_err().to_string()
}

/// Puts a service into a directory of packages.
fn install(packages: &Path, service: &str, version: &str, api: &str) {
    let directory = packages.join("tccli/services").join(service).join(version);
    fs::create_dir_all(&directory).unwrap();
    fs::write(directory.join("api.json"), api).unwrap();
    fs::write(directory.join("examples.json"), EXAMPLES).unwrap();
}

fn installed() -> (tempfile::TempDir, Metadata) {
    let root = tempfile::tempdir().unwrap();
    install(root.path(), "kettle", "v20240501", KETTLE);
    install(root.path(), "kettle", "v20200229", &KETTLE.replace("2024-05-01", "2020-02-29"));
    install(
        root.path(),
        "autoscaling",
        "v20180419",
        &KETTLE.replace("\"kettle\"", "\"as\"").replace("2024-05-01", "2018-04-19"),
    );
    fs::write(root.path().join("tccli/services/__init__.py"), "").unwrap();
    fs::create_dir_all(root.path().join("tccli/services/empty/v1")).unwrap();
    let metadata = Metadata::open(root.path()).unwrap();
    (root, metadata)
}

#[test]
fn actions_have_their_members() {
    let spec = kettle();
    assert_eq!((spec.service.as_str(), spec.version.as_str(), spec.title.as_str()), ("kettle", "2024-05-01", "水壶"));
    let boil = &spec.actions["BoilWater"];
    assert_eq!(
        (boil.name.as_str(), boil.title.as_str(), boil.document.as_str()),
        ("BoilWater", "Boils water", "Heats it.")
    );
    assert_eq!((&boil.status, boil.unsigned), (&Status::Online, false));
    let names: Vec<_> = boil.input.iter().map(|member| (member.name.as_str(), member.required)).collect();
    assert_eq!(names, [("Litres", true), ("Teas", false), ("Until", false)]);
    let names: Vec<_> = boil.output.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["RequestId", "Steam", "Lost"]);
    assert!(boil.output[0].output_required && boil.output[1].nullable && boil.output[2].deprecated);
    let abort = &spec.actions["AbortBoiling"];
    assert_eq!((&abort.status, abort.unsigned, abort.input.len()), (&Status::Deprecated, true, 0));
}

#[test]
fn data_types_are_what_is_no_request_or_reply() {
    let spec = kettle();
    assert_eq!(spec.data.keys().collect::<Vec<_>>(), ["Tea"]);
    assert_eq!((spec.data["Tea"].usage, spec.data["Tea"].members.len()), (Usage::In, 3));
    // One that is both: nothing that a member holds may be missing.
    let spec = ServiceSpec::from_json(KETTLE.replace("Nowhere", "AbortBoilingRequest").as_bytes()).unwrap();
    assert_eq!(spec.data.keys().collect::<Vec<_>>(), ["AbortBoilingRequest", "Tea"]);
}

/// The metadata's word on it counts only of what no action reaches: of the rest, it is wrong at times.
#[test]
fn where_a_data_type_occurs_is_told_by_the_actions_that_reach_it() {
    let with = |members: &str, usage: &str| {
        let api = KETTLE.replace(r#""usage": "in""#, usage);
        let api = api.replace(r#""member": "Tea", "required": false"#, r#""member": "string""#);
        let api =
            api.replace(r#""AbortBoilingRequest": { "type": "object", "document": null, "members": [] }"#, members);
        ServiceSpec::from_json(api.as_bytes()).unwrap().data["Tea"].usage
    };
    let request = |kind: &str| {
        format!(
            r#""Pot": {{ "usage": "out", "members": [{{ "name": "Tea", "type": "object", "member": "Tea" }}] }},
            "AbortBoilingRequest": {{ "members": [{{ "name": "Pot", "type": "object", "member": "{kind}" }}] }}"#
        )
    };
    for usage in ["in", "out", "both"] {
        let said = format!(r#""usage": "{usage}""#);
        assert_eq!(with(&request("Pot"), &said), Usage::In, "{usage}");
    }
    assert_eq!(with(&request("string"), r#""usage": "in""#), Usage::In);
    assert_eq!(with(&request("string"), r#""usage": "out""#), Usage::Out);
    let reply = KETTLE.replace(r#""type": "object", "member": "Nowhere""#, r#""type": "object", "member": "Tea""#);
    assert_eq!(ServiceSpec::from_json(reply.as_bytes()).unwrap().data["Tea"].usage, Usage::Both);
}

#[test]
fn types_are_kept_even_if_unknown() {
    let spec = kettle();
    let boil = &spec.actions["BoilWater"];
    let kinds = boil.input.iter().chain(&boil.output).chain(&spec.data["Tea"].members).map(|member| &member.kind);
    let list = |item| MemberKind::List(Box::new(item));
    let expected = [
        MemberKind::Float,
        list(MemberKind::Data("Tea".into())),
        MemberKind::DateTimeIso,
        MemberKind::String,
        MemberKind::Unknown("map/string".into()),
        MemberKind::Unknown("Nowhere".into()),
        list(MemberKind::Data("Tea".into())),
        MemberKind::Uint64,
        list(MemberKind::String),
    ];
    assert_eq!(kinds.collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
    assert_eq!(expected[1].to_string(), "list<Tea>");
    assert_eq!(expected[1].data_name(), Some("Tea"));
}

#[test]
fn faults_are_placed() {
    let flag = fault(&KETTLE.replace(r#""required": 1"#, r#""required": "yes""#));
    assert!(flag.starts_with("objects.BoilWaterRequest.Litres.required: "), "{flag}");
    assert!(flag.contains("expected true, false, 1 or 0"), "{flag}");
    let name = fault(&KETTLE.replace(r#""name": "Degrees", "#, ""));
    assert!(name.starts_with("objects.Tea[1]: missing field `name`"), "{name}");
    let input = fault(&KETTLE.replace(r#""input": "BoilWaterRequest""#, r#""input": 7"#));
    assert!(input.starts_with("actions.BoilWater.input: "), "{input}");
    let missing = fault(&KETTLE.replace(r#""input": "BoilWaterRequest""#, r#""input": "Boil""#));
    assert_eq!(missing, "actions.BoilWater: `Boil` isn't described");
    assert!(fault("{").contains("line 1 column 1"));
    assert!(fault(&format!("{KETTLE}}}")).contains("trailing characters"));
}

#[test]
fn directories_are_listed() {
    let (root, metadata) = installed();
    assert_eq!(metadata.services().collect::<Vec<_>>(), ["as", "kettle"]);
    assert_eq!(metadata.versions("kettle").collect::<Vec<_>>(), ["2020-02-29", "2024-05-01"]);
    assert_eq!(metadata.versions("teapot").count(), 0);
    assert_eq!(metadata.load("as", "2018-04-19").unwrap().service, "as");
    for path in ["tccli", "tccli/services"] {
        assert_eq!(Metadata::open(root.path().join(path)).unwrap().path(), root.path().join("tccli/services"));
    }
}

#[test]
fn what_is_missing_is_said() {
    let (root, metadata) = installed();
    let said = |error: super::SpecError| {
        assert!(error.is_missing());
        error.to_string().replace(&root.path().display().to_string(), "")
    };
    assert_eq!(
        said(metadata.load("teapot", "2024-05-01").unwrap_err()),
        "/tccli/services: there is no service `teapot`"
    );
    assert_eq!(
        said(metadata.load("kettle", "2024").unwrap_err()),
        "/tccli/services: kettle has no version `2024`, but 2020-02-29 and 2024-05-01",
    );
    let nothing = Metadata::open(root.path().join("tccli/services/empty")).unwrap_err();
    assert!(said(nothing).starts_with("/tccli/services/empty: no API metadata in it"));
    let broken = root.path().join("tccli/services/kettle/v20240501/api.json");
    fs::write(&broken, "[]").unwrap();
    let error = metadata.load("kettle", "2024-05-01").unwrap_err();
    assert_eq!((error.file(), error.is_missing()), (Some(broken.as_path()), false));
}

#[test]
fn examples_are_texts() {
    let (_root, metadata) = installed();
    let examples = metadata.examples("kettle", "2024-05-01").unwrap();
    let example = &examples["BoilWater"][0];
    assert_eq!((example.title.as_str(), example.output.as_str()), ("A litre", r#"{"Response": {}}"#));
    assert_eq!(example.input, "POST / HTTP/1.1\n\n{\"Litres\": 1}");
}

#[test]
fn an_installed_tccli_is_found() {
    let root = tempfile::tempdir().unwrap();
    let place = |path: &str| root.path().join(path);
    let env = || {
        let (bin, virtual_env) = (place("usr/bin"), place("venv"));
        let variables = [("PATH", bin.to_str().unwrap()), ("VIRTUAL_ENV", virtual_env.to_str().unwrap())];
        Env::on_disk(&variables, root.path())
    };
    let error = find::find(&env()).unwrap_err();
    assert!(error.is_missing() && error.to_string().contains("`pip install tccli`"), "{error}");
    // From the last that is looked at to the first, so that each hides the ones before it.
    for packages in [
        "home/.local/share/pipx/venvs/tccli/lib/python3.11/site-packages",
        "home/.local/lib/python3.11/site-packages",
        "usr/lib/python3/dist-packages",
        "usr/lib/python3.9/site-packages",
        "usr/lib/python3.13/site-packages",
        "venv/lib/python3.12/site-packages",
        "venv/Lib/site-packages",
    ] {
        install(&place(packages), "kettle", "v20240501", KETTLE);
        assert_eq!(find::find(&env()).unwrap().path(), place(packages).join("tccli/services"));
    }
}

#[test]
fn the_named_directory_is_the_one() {
    let (root, _) = installed();
    let named = |path: &Path| find::find(&Env::fixed(&[("TENCENT_ACTION_METADATA", path.to_str().unwrap())]));
    assert_eq!(named(root.path()).unwrap().path(), root.path().join("tccli/services"));
    assert!(named(&root.path().join("nowhere")).is_err());
}

/// As `pipx` and `uv` install it.
#[cfg(unix)]
#[test]
fn the_program_on_the_path_leads_to_its_files() {
    let root = tempfile::tempdir().unwrap();
    let (bin, program) = (root.path().join("bin"), root.path().join("anywhere/bin/tccli"));
    let packages = root.path().join("anywhere/lib/python3.12/site-packages");
    install(&packages, "kettle", "v20240501", KETTLE);
    for directory in [&bin, &root.path().join("anywhere/bin")] {
        fs::create_dir_all(directory).unwrap();
    }
    fs::write(&program, "").unwrap();
    std::os::unix::fs::symlink(&program, bin.join("tccli")).unwrap();
    let found = find::find(&Env::fixed(&[("PATH", bin.to_str().unwrap())])).unwrap();
    assert_eq!(found.path(), fs::canonicalize(packages).unwrap().join("tccli/services"));
}

fn search(query: &str) -> Vec<String> {
    let (_root, metadata) = installed();
    metadata.search(query).unwrap().iter().map(Hit::to_string).collect()
}

#[test]
fn the_one_that_is_called_so_is_first() {
    for query in ["BoilWater", "boil water", "BOILWATER", "boil/water"] {
        assert_eq!(search(query)[0], "as 2018-04-19 BoilWater: Boils water", "{query}");
    }
    assert_eq!(search("kettle BoilWater")[0], "kettle 2024-05-01 BoilWater: Boils water");
    assert_eq!(search("kettle"), ["kettle 2024-05-01: 水壶", "kettle 2020-02-29: 水壶"]);
}

#[test]
fn names_go_before_texts() {
    let hits = search("abort kettle");
    let of_kettle = ["AbortBoiling: Lets it cool", "BoilWater: Boils water"];
    let expected =
        of_kettle.iter().flat_map(|hit| ["2024-05-01", "2020-02-29"].map(|day| format!("kettle {day} {hit}")));
    assert_eq!(hits, expected.collect::<Vec<_>>());
}

#[test]
fn all_words_must_be_found_anywhere() {
    assert_eq!(search("as litres heats much"), ["as 2018-04-19 BoilWater: Boils water"]);
    assert_eq!(search("as litres nowhere"), [""; 0]);
    assert_eq!(search("as oil"), [""; 0], "no word begins with it");
    assert_eq!(search("as 壶"), ["as 2018-04-19: 水壶"]);
    assert_eq!(search("as hot"), ["as 2018-04-19: 水壶"]);
    assert_eq!(search(" … "), [""; 0]);
}
