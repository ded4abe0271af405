//! The program that finds and declares actions, over a small service in our own words.

mod locks;
mod process;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tencent_action::cli;

const OLD: &str = include_str!("declare/kettle-2020.json");
const NEW: &str = include_str!("declare/kettle-2024.json");
const EXAMPLES: &str = r#"{ "actions": { "BoilWater": [{ "title": "A litre" }, { "title": "Two" }] } }"#;

/// A directory with metadata of one service, in two versions, and room for files.
struct World(TempDir);

/// What a run of the program came to.
struct Ran {
    status: u8,
    out: String,
    err: String,
}

impl World {
    fn new() -> Self {
        let world = Self(tempfile::tempdir().unwrap());
        world.publish("v20200229", OLD);
        world.publish("v20240501", NEW);
        world
    }

    fn publish(&self, version: &str, api: &str) {
        let directory = self.path("metadata/services/kettle").join(version);
        fs::create_dir_all(&directory).unwrap();
        fs::write(directory.join("api.json"), api).unwrap();
        fs::write(directory.join("examples.json"), EXAMPLES).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn run(&self, args: &[&str]) -> Ran {
        self.run_in(80, args)
    }

    /// Runs it in so many columns. Paths that begin with `@` are of this directory.
    fn run_in(&self, width: usize, args: &[&str]) -> Ran {
        let metadata = self.path("metadata");
        let here =
            |arg: &str| arg.strip_prefix('@').map_or_else(|| arg.into(), |name| self.path(name).into_os_string());
        let args = args.iter().map(|arg| here(arg)).chain(["--metadata".into(), metadata.into_os_string()]);
        run(width, args, self.0.path())
    }
}

fn run(width: usize, args: impl Iterator<Item = std::ffi::OsString>, root: &Path) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = cli::run("run declare --", args, width, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).unwrap().replace(&format!("{}/", root.display()), "");
    Ran { status, out: text(out), err: text(err) }
}

impl Ran {
    /// What it printed, if it succeeded.
    #[track_caller]
    fn printed(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// What it complained of.
    #[track_caller]
    fn refused(self, status: u8) -> String {
        assert_eq!((self.status, self.out.as_str()), (status, ""), "{}", self.err);
        self.err
    }
}

#[test]
fn hits_are_printed_one_a_line() {
    let world = World::new();
    let expected = "\
kettle 2024-05-01 BoilWater: Boils water, and as many teas with it as somebody…
kettle 2020-02-29 BoilWater: Boils water
kettle 2024-05-01 CoolWater: Lets water cool (deprecated)
kettle 2024-05-01: 水壶
";
    assert_eq!(world.run(&["search", "water", "kettle"]).printed(), expected);
    assert_eq!(
        world.run(&["search", "water", "nowhere"]).refused(1),
        "declare: nothing has all of these words: water nowhere\n"
    );
    assert!(world.run(&["search", " … "]).refused(2).starts_with("declare: name what to search for"));
}

#[test]
fn the_first_hits_are_enough() {
    let world = World::new();
    let first: serde_json::Value = serde_json::from_str(OLD).unwrap();
    let mut api = first.clone();
    for number in 0..30 {
        api["actions"][format!("BoilWater{number}")] = first["actions"]["BoilWater"].clone();
    }
    world.publish("v20200229", &api.to_string());
    let printed = world.run(&["search", "boil", "water"]).printed();
    assert_eq!(printed.lines().count(), 21);
    assert_eq!(printed.lines().last(), Some("… and 12 others: --all prints them"));
    assert_eq!(world.run(&["search", "--all", "boil", "water"]).printed().lines().count(), 32);
}

#[test]
fn an_action_is_shown_within_the_width() {
    let world = World::new();
    let expected = "\
kettle 2024-05-01 BoilWater: Boils water, and as many teas with it as somebody…

Heats it. See the page for more, which is a text that goes on for longer than a
line is.
- First, it gets warm; all that takes as long as it takes, depending on how
  much there is.

Parameters
  Litres   float required     水的多少。
  Teas     [Tea]              With what.
  OldHeat  uint64 deprecated  How hot, in degrees, as it was said before there…

Reply
  Steam  Steam  Where it went.

Data types
  Steam, Tea

2 examples published.
";
    assert_eq!(world.run(&["show", "kettle", "BoilWater"]).printed(), expected);
    let narrow = world.run_in(44, &["show", "kettle", "BoilWater"]).printed();
    assert!(narrow.contains("\n  Litres  float required\n      水的多少。\n"), "{narrow}");
    assert!(narrow.lines().all(|line| line.chars().count() <= 44), "{narrow}");
    let cool = world.run(&["show", "kettle", "CoolWater"]).printed();
    assert_eq!(
        cool,
        "kettle 2024-05-01 CoolWater: Lets water cool\nIt is deprecated.\nIt is called without a signature.\n\n\
         Parameters: none\n\nReply: none\n"
    );
}

#[test]
fn a_data_type_is_shown_and_a_service_listed() {
    let world = World::new();
    let expected = "\
kettle 2024-05-01 Tea: a data type of requests

A sort of tea.

Members
  Name   string required  What it is called.
  Blend  [Tea]            Of what it is made.

Data types
  Tea
";
    assert_eq!(world.run(&["show", "kettle", "Tea"]).printed(), expected);
    let expected = "\
kettle 2024-05-01: 水壶

Hot water.

  BoilWater  Boils water, and as many teas with it as somebody wants to drink
  CoolWater  deprecated. Lets water cool

kettle 2020-02-29: 水壶

  BoilWater  Boils water
  Whistle    Whistles
";
    let listed = world.run(&["show", "kettle"]).printed();
    assert_eq!(listed, expected);
    let one = world.run(&["show", "kettle", "2020-02-29"]).printed();
    assert_eq!(one, expected[expected.find("kettle 2020").unwrap()..]);
    let both = world.run(&["show", "kettle", "Tea", "CoolWater"]).printed();
    assert!(both.contains("\n  Tea\n\nkettle 2024-05-01 CoolWater"), "{both}");
}

#[test]
fn the_newest_version_that_has_all_is_taken() {
    let world = World::new();
    let shown = |args: &[&str]| world.run(args).printed().lines().next().unwrap_or_default().to_owned();
    assert_eq!(shown(&["show", "kettle", "Whistle"]), "kettle 2020-02-29 Whistle: Whistles");
    assert_eq!(shown(&["show", "kettle", "2020-02-29", "BoilWater"]), "kettle 2020-02-29 BoilWater: Boils water");
    assert_eq!(
        world.run(&["show", "kettle", "Whistle", "CoolWater"]).refused(1),
        "declare: no version of kettle has all of these: `Whistle` is in 2020-02-29, `CoolWater` is in 2024-05-01\n"
    );
}

#[test]
fn what_may_have_been_meant_is_suggested() {
    let world = World::new();
    for (args, expected) in [
        (["show", "kettel", "BoilWater"], "metadata/services: there is no service `kettel`; did you mean `kettle`?"),
        (["rust", "kettle", "BoilsWater"], "kettle has no `BoilsWater`; did you mean `BoilWater`?"),
        (["lock", "kettle", "Pour"], "kettle has no `Pour`; `search kettle Pour` looks for it in names and texts"),
        (
            ["rust", "kettle", "Tea"],
            "`Tea` is a data type, and comes with the actions that have it: `show kettle Tea` shows it",
        ),
        (
            ["show", "kettle", "2021-01-01"],
            "metadata/services: kettle has no version `2021-01-01`, but 2020-02-29 and 2024-05-01",
        ),
    ] {
        assert_eq!(world.run(&args).refused(1), format!("declare: {expected}\n"));
    }
}

#[test]
fn declarations_are_printed() {
    let world = World::new();
    let printed = world.run(&["rust", "kettle", "CoolWater", "BoilWater"]).printed();
    assert!(printed.contains("#[tencent_action(service = \"kettle\", version = \"2024-05-01\""), "{printed}");
    assert!(printed.contains("pub struct Tea {") && printed.contains("/// A sort of tea."), "{printed}");
    let options = ["rust", "--no-docs", "--spec", "a.spec", "--crate", "my::cloud", "kettle", "CoolWater"];
    let printed = world.run(&options).printed();
    assert!(!printed.contains("///"), "{printed}");
    assert!(printed.contains("spec = \"a.spec\"") && printed.contains("my::cloud"), "{printed}");
    let printed = world.run(&["rust", "--crate", "::my::cloud", "kettle", "CoolWater"]).printed();
    assert!(printed.contains("use ::my::cloud::tencent_action;"), "{printed}");
    for no_path in ["a b", "", "::", "a::", "::::a", "1a"] {
        let refused = world.run(&["rust", "--crate", no_path, "kettle", "CoolWater"]).refused(2);
        assert_eq!(refused, format!("declare: `{no_path}` isn't the path of a crate; --help tells what there is\n"));
    }
}

#[test]
fn help_names_the_program_as_it_was_called() {
    let world = World::new();
    let all = world.run(&["--help"]).printed();
    assert!(all.contains("\n  run declare -- COMMAND"), "{all}");
    for command in ["search", "show", "rust", "lock", "check"] {
        assert!(all.contains(&format!("\n  {command} ")), "{all}");
        let help = world.run(&[command, "-h"]).printed();
        assert!(help.contains(&format!("\n  run declare -- {command} ")) && help.contains("Exit status: "), "{help}");
        assert!([&all, &help].iter().all(|text| text.lines().all(|line| line.chars().count() <= 82)), "{help}");
    }
    assert_eq!(world.run(&["--version"]).printed(), format!("tencent-action {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_faulty_command_line_is_refused() {
    let world = World::new();
    for (args, expected) in [
        (&[][..], "name a command"),
        (&["declare"], "there is no command `declare`"),
        (&["show"], "name a service, as vod"),
        (&["show", "--all", "kettle"], "invalid option '--all'"),
        (&["rust", "kettle"], "name an action, as in `rust vod ManageTask`"),
        (&["lock", "kettle"], "name an action, as in `lock vod ManageTask`"),
        (&["check"], "name a lock file"),
    ] {
        assert_eq!(world.run(args).refused(2), format!("declare: {expected}; --help tells what there is\n"));
    }
}
