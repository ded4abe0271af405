//! Making lock files, renewing them, and telling what has changed.

use std::fs;

use super::{NEW, World};

const BOIL: &str = "\
# tencent-action spec 1
service kettle 2024-05-01

action BoilWater
  in Litres float required
  in OldHeat uint64 deprecated
  in Teas [Tea]
  out Steam Steam nullable

data Steam out
  Way string

data Tea in
  Blend [Tea]
  Name string required
";

const FILE: &str = "specs/kettle-2024-05-01.spec";

#[test]
fn a_lock_is_printed_or_written() {
    let world = World::new();
    assert_eq!(world.run(&["lock", "kettle", "BoilWater"]).printed(), BOIL);
    let written = world.run(&["lock", "--out", "@specs/", "kettle", "BoilWater"]).printed();
    assert_eq!(written, format!("{FILE}: written, with 1 action and 2 data types\n"));
    assert_eq!(world.read(FILE), BOIL);
    world.run(&["lock", "kettle", "Whistle", "--out", "@any.spec"]).printed();
    assert_eq!(world.read("any.spec"), "# tencent-action spec 1\nservice kettle 2020-02-29\n\naction Whistle\n");
}

#[test]
fn a_file_that_is_there_keeps_its_actions_and_is_renewed() {
    let world = World::new();
    fs::create_dir(world.path("specs")).unwrap();
    fs::write(world.path(FILE), BOIL.replace("float required", "int64").replace("data Tea in", "data Pot in")).unwrap();
    let renewed = world.run(&["lock", "--out", "@specs", "kettle", "CoolWater"]).printed();
    assert_eq!(renewed, format!("{FILE}: renewed, with 2 actions and 2 data types\n"));
    let both = BOIL.replace("\ndata Steam", "\naction CoolWater deprecated\n\ndata Steam");
    assert_eq!(world.read(FILE), both);

    // What is as it was isn't written: a new time would compile all its users again.
    let time = || fs::metadata(world.path(FILE)).unwrap().modified().unwrap();
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(world.path(FILE)).unwrap().set_modified(long_ago).unwrap();
    let same = world.run(&["lock", "--out", &format!("@{FILE}")]).printed();
    assert_eq!(same, format!("{FILE}: as it was, with 2 actions and 2 data types\n"));
    assert_eq!(time(), long_ago);
}

#[test]
fn only_what_is_named_is_locked_if_asked() {
    let world = World::new();
    let args = ["lock", "--only", "--out", "@a.spec", "kettle", "BoilWater", "Steam"];
    assert_eq!(world.run(&args).printed(), "a.spec: written, with 1 action and 1 data type\n");
    let without_tea = BOIL[..BOIL.find("\ndata Tea").unwrap()].to_owned();
    assert_eq!(world.read("a.spec"), without_tea);
    world.run(&["check", "@a.spec"]).printed();

    fs::write(world.path("a.spec"), without_tea.replace("float", "string")).unwrap();
    let told = world.run(&["check", "@a.spec"]).out;
    assert!(told.ends_with("; `run declare -- lock --only --out a.spec` renews it\n"), "{told}");
    world.run(&["lock", "--only", "--out", "@a.spec"]).printed();
    assert_eq!(world.read("a.spec"), without_tea);
    world.run(&["lock", "--out", "@a.spec"]).printed();
    assert_eq!(world.read("a.spec"), BOIL);
}

/// Although a newer one has the action, too.
#[test]
fn the_version_of_a_file_stays() {
    let world = World::new();
    world.run(&["lock", "--out", "@kettle.spec", "kettle", "Whistle"]).printed();
    world.run(&["lock", "--out", "@kettle.spec", "kettle", "BoilWater"]).printed();
    assert!(
        world
            .read("kettle.spec")
            .starts_with("# tencent-action spec 1\nservice kettle 2020-02-29\n\naction BoilWater\n")
    );
    let other = world.run(&["lock", "--out", "@kettle.spec", "kettle", "2024-05-01", "BoilWater"]);
    let message = "declare: kettle.spec is of kettle 2020-02-29: kettle 2024-05-01 needs a file of its own\n";
    assert_eq!(other.refused(2), message);
    let other = world.run(&["lock", "--out", "@kettle.spec", "teapot", "BoilWater"]);
    assert_eq!(other.refused(2), "declare: kettle.spec is of kettle 2020-02-29: teapot needs a file of its own\n");
}

#[test]
fn a_file_isnt_overwritten_that_isnt_understood() {
    let world = World::new();
    let merge = BOIL.replace("\ndata", "<<<<<<< ours\ndata");
    fs::write(world.path("kettle.spec"), &merge).unwrap();
    for args in [&["lock", "--out", "@kettle.spec", "kettle", "CoolWater"][..], &["lock", "--out", "@kettle.spec"]] {
        let told = world.run(args).refused(2);
        assert!(told.starts_with("declare: kettle.spec: line 9, `<<<<<<< ours`: expected `action NAME`"), "{told}");
    }
    fs::write(world.path("gone.spec"), format!("{BOIL}\naction Gone\n")).unwrap();
    let told = world.run(&["lock", "--out", "@gone.spec"]).refused(2);
    assert_eq!(
        told,
        "declare: gone.spec has `Gone`, which kettle 2024-05-01 doesn't have any more: delete its lines\n"
    );
    assert_eq!(world.read("kettle.spec"), merge);
}

#[test]
fn what_cant_be_written_is_named() {
    let world = World::new();
    fs::write(world.path("file"), "").unwrap();
    let told = world.run(&["lock", "--out", "@file/kettle.spec", "kettle", "BoilWater"]).refused(2);
    assert!(told.starts_with("declare: file/kettle.spec: "), "{told}");
}

#[test]
fn a_lock_is_checked() {
    let world = World::new();
    world.run(&["lock", "--out", "@a.spec", "kettle", "BoilWater"]).printed();
    world.run(&["lock", "--out", "@b.spec", "kettle", "Whistle"]).printed();
    let expected = "\
a.spec: as published, with 1 action and 2 data types
b.spec: as published, with 1 action and 0 data types
";
    assert_eq!(world.run(&["check", "@a.spec", "@b.spec"]).printed(), expected);

    let name = r#"{ "name": "Name", "#;
    let must = r#"{ "name": "Cup", "type": "string", "member": "string", "required": true }, "#;
    world.publish("v20240501", &NEW.replace(name, &format!("{must}{name}")).replace("OldHeat", "Heat"));
    let ran = world.run(&["check", "@a.spec", "@b.spec"]);
    let expected = "\
a.spec: BoilWater: parameter `Heat` is new, `uint64`
a.spec: breaking: BoilWater: parameter `OldHeat` is gone
a.spec: breaking: Tea: member `Cup` is new, `string`, and required
a.spec: 3 changes, 2 breaking; `run declare -- lock --out a.spec` renews it
b.spec: as published, with 1 action and 0 data types
";
    assert_eq!((ran.status, ran.err.as_str(), ran.out.as_str()), (1, "", expected));
    world.run(&["lock", "--out", "@a.spec"]).printed();
    world.run(&["check", "@a.spec"]).printed();
}

#[test]
fn what_breaks_nothing_passes_if_asked() {
    let world = World::new();
    let fewer = BOIL.replace("  in Teas [Tea]\n", "");
    fs::write(world.path("a.spec"), fewer).unwrap();
    let ran = world.run(&["check", "@a.spec"]);
    assert_eq!(ran.status, 1);
    assert_eq!(world.run(&["check", "--breaking", "@a.spec"]).printed(), ran.out);
    fs::write(world.path("a.spec"), BOIL.replace("float required", "float")).unwrap();
    assert_eq!(world.run(&["check", "--breaking", "@a.spec"]).status, 1);
}

#[test]
fn a_version_that_is_gone_breaks() {
    let world = World::new();
    fs::write(world.path("a.spec"), BOIL.replace("2024-05-01", "2022-01-01")).unwrap();
    let ran = world.run(&["check", "--breaking", "@a.spec"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "a.spec: breaking: kettle 2022-01-01 is gone\n"));
}

/// A fault of one file says nothing of the others.
#[test]
fn all_files_are_checked_whatever_is_wrong_with_one() {
    let world = World::new();
    world.run(&["lock", "--out", "@a.spec", "kettle", "BoilWater"]).printed();
    fs::write(world.path("bad.spec"), "service kettle\n").unwrap();
    let ran = world.run(&["check", "@bad.spec", "@gone.spec", "@a.spec"]);
    let bad = "declare: bad.spec: isn't a lock file: its first line isn't `# tencent-action spec 1`\n";
    let gone = ran.err.strip_prefix(bad).unwrap_or_default();
    assert!(gone.starts_with("declare: gone.spec: ") && gone.lines().count() == 1, "{}", ran.err);
    assert_eq!((ran.status, ran.out.as_str()), (2, "a.spec: as published, with 1 action and 2 data types\n"));
}

/// It isn't the same as a lock that has changed.
#[test]
fn what_cant_be_checked_is_told() {
    let world = World::new();
    assert!(world.run(&["check", "@nowhere.spec"]).refused(2).starts_with("declare: nowhere.spec: "));
    fs::write(world.path("a.spec"), "service kettle\n").unwrap();
    let told = world.run(&["check", "@a.spec"]).refused(2);
    assert_eq!(told, "declare: a.spec: isn't a lock file: its first line isn't `# tencent-action spec 1`\n");
    fs::write(world.path("a.spec"), BOIL).unwrap();
    world.publish("v20240501", "{");
    let told = world.run(&["check", "@a.spec"]).refused(2);
    assert!(told.contains("v20240501/api.json: "), "{told}");
}
