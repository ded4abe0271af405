//! The program as a process: what only shows from outside.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::World;

/// The program, which finds nothing on this machine but what it is told of.
fn declare(world: &World) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_declare"));
    command.env_clear().env("HOME", world.path("home")).env("USERPROFILE", world.path("home"));
    command
}

fn with_metadata(world: &World) -> Command {
    let mut command = declare(world);
    command.env("TENCENT_ACTION_METADATA", world.path("metadata"));
    command
}

#[test]
fn the_status_tells_what_came_of_it() {
    let world = World::new();
    for (args, status) in [(["show", "kettle"], 0), (["show", "pot"], 1), (["show", "--pot"], 2)] {
        let ran = with_metadata(&world).args(args).output().unwrap();
        assert_eq!(ran.status.code(), Some(status), "{args:?}: {ran:?}");
        assert_eq!((ran.stdout.is_empty(), ran.stderr.is_empty()), (status != 0, status == 0), "{ran:?}");
    }
}

#[test]
fn without_metadata_one_line_says_how_to_get_it() {
    let ran = declare(&World::new()).args(["search", "task"]).output().unwrap();
    let told = String::from_utf8(ran.stderr).unwrap();
    assert_eq!((ran.status.code(), told.lines().count()), (Some(2), 1), "{told}");
    assert!(told.starts_with("declare: ") && told.contains("`pip install tccli`"), "{told}");
}

/// As `| head -1` closes it.
#[test]
fn a_closed_pipe_ends_it_quietly() {
    let world = World::new();
    // More than a pipe holds.
    let names = std::iter::repeat_n("BoilWater", 2000);
    let mut command = with_metadata(&world);
    let mut child =
        command.args(["show", "kettle"]).args(names).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let ran = child.wait_with_output().unwrap();
    assert!(first.starts_with("kettle 2024-05-01 BoilWater"), "{first}");
    assert_eq!((ran.status.code(), String::from_utf8_lossy(&ran.stderr).as_ref()), (Some(0), ""));
}
