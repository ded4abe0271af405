//! The examples as processes: against a fake cloud of this one, killed, interrupted, and started twice.
//!
//! What they do is tested in process and on virtual time (`it/abort_waiting.rs`). Here is what takes a process: a kill, a lock,
//! a signal, an exit status. Nothing waits for a time: each step waits for what the cloud sees.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that unwraps says where")]

#[path = "processes/command_line.rs"]
mod command_line;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use tempfile::TempDir;
use tencent_action::SystemClock;
use tencent_action::fake::{FakeCloud, Fault};
use tencent_action_examples::{BROKEN, Meter, Vod};

/// How long to wait for what must come.
const PATIENCE: Duration = Duration::from_secs(60);
/// Longer than any test takes.
const FOREVER: Duration = Duration::from_secs(3600);

/// A cloud with tasks, and what it tells of requests to abort one.
struct World {
    cloud: FakeCloud,
    vod: Vod,
    meter: Meter,
    ids: Vec<String>,
    came: Receiver<String>,
    directory: TempDir,
}

impl World {
    /// The answers to the first so many requests to abort a task arrive. The tasks of the others are aborted, too.
    fn new(tasks: usize, answered: usize) -> Self {
        let meter = Meter::of("ManageTask");
        let cloud = FakeCloud::builder().observe(meter.observer()).start().unwrap();
        let vod = Vod::new(SystemClock);
        vod.open(&cloud);
        let ids = vod.add_waiting(tasks);
        let (sender, came) = channel();
        let mut count = 0;
        cloud.fault_when(move |received| {
            // Nobody may be listening any more.
            sender.send(received.action.clone()).ok();
            count += usize::from(received.action == "ManageTask");
            (received.action == "ManageTask" && count > answered).then(|| Fault::latency(FOREVER).after_handler())
        });
        Self { cloud, vod, meter, ids, came, directory: tempfile::tempdir().unwrap() }
    }

    fn journal(&self) -> PathBuf {
        self.directory.path().join("journal")
    }

    /// The program, told to call this cloud and to write this journal.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(example(name));
        self.tell(&mut command);
        command
    }

    fn tell(&self, command: &mut Command) {
        let credential = self.cloud.credential();
        command
            .current_dir(self.directory.path())
            .env("TENCENTCLOUD_SECRET_ID", credential.secret_id())
            .env("TENCENTCLOUD_SECRET_KEY", "a-key-that-opens-nothing")
            .args(["--endpoint", &self.cloud.endpoint().unwrap()])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
    }

    fn abort_waiting(&self) -> Command {
        let mut command = self.program("abort_waiting");
        command.arg("--journal").arg(self.journal());
        command
    }

    /// Waits until so many more requests of an action have come.
    fn wait_for(&self, action: &str, mut requests: usize) {
        while requests > 0 {
            requests -= usize::from(self.came.recv_timeout(PATIENCE).unwrap() == action);
        }
    }

    fn assert_all_aborted_once(&self) {
        let mut aborted = self.vod.aborted();
        aborted.sort_unstable();
        assert_eq!(aborted, self.ids);
    }
}

/// Where an example is, which is built first: a test isn't told, and may be run without them.
fn example(name: &str) -> PathBuf {
    static BUILT: OnceLock<()> = OnceLock::new();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    BUILT.get_or_init(|| {
        // All of it from the root, as `cargo test` does, so that nothing is built twice.
        let mut build = Command::new(env!("CARGO"));
        build.current_dir(tests.join("..")).args(["build", "--quiet", "--locked", "--workspace", "--examples"]);
        if !cfg!(debug_assertions) {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success());
    });
    let executable = std::env::current_exe().unwrap();
    executable.parent().unwrap().parent().unwrap().join("examples").join(name)
}

/// One at a time: what is slow enough runs into deadlines.
fn alone() -> std::sync::MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn shown(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

fn signal(child: &Child, name: &str) {
    // A shell has `kill` in it; as a program it may be missing.
    let sent = Command::new("sh").args(["-c", &format!("kill -{name} {}", child.id())]).status();
    assert!(sent.unwrap().success());
}

#[test]
fn a_run_that_is_killed_is_gone_on_with_and_no_task_is_aborted_twice() {
    let _alone = alone();
    for answered in [0, 13, 25] {
        let world = World::new(45, answered);
        let mut first = world.abort_waiting().spawn().unwrap();
        // One has been aborted at least that the journal doesn't know of: its answer is under way.
        world.wait_for("ManageTask", answered + 1);
        first.kill().unwrap();
        assert_eq!(first.wait().unwrap().code(), None);
        world.cloud.no_faults();

        let second = world.abort_waiting().output().unwrap();
        assert!(second.status.success(), "{}", shown(&second));
        assert!(shown(&second).contains("were left open by an earlier run"), "{}", shown(&second));
        world.assert_all_aborted_once();
        assert_eq!((world.vod.waiting(), world.meter.count()), (0, 45));
    }
}

#[test]
fn a_journal_has_one_process() {
    let _alone = alone();
    let world = World::new(3, 0);
    let mut first = world.abort_waiting().spawn().unwrap();
    world.wait_for("ManageTask", 3);
    let second = world.abort_waiting().output().unwrap();
    assert_eq!(second.status.code(), Some(1));
    assert!(shown(&second).contains("another process is using this journal"), "{}", shown(&second));
    assert_eq!(world.meter.count() + world.vod.waiting(), 3);
    first.kill().unwrap();
    first.wait().unwrap();
    // The lock went with the process.
    world.cloud.no_faults();
    assert!(world.abort_waiting().output().unwrap().status.success());
    world.assert_all_aborted_once();
}

#[test]
fn ctrl_c_finishes_what_has_begun_and_a_second_one_leaves() {
    let _alone = alone();
    let world = World::new(60, usize::MAX);
    let first = world.abort_waiting().spawn().unwrap();
    world.wait_for("ManageTask", 5);
    signal(&first, "INT");
    let first = first.wait_with_output().unwrap();
    assert_eq!(first.status.code(), Some(1));
    assert!(shown(&first).contains("to go on, run it again"), "{}", shown(&first));
    let aborted = world.vod.aborted().len();
    assert!(shown(&first).contains(&format!("{aborted} aborted, 0 had begun already, 0 failed, {} not", 60 - aborted)));
    let second = world.abort_waiting().output().unwrap();
    assert!(second.status.success() && !shown(&second).contains("left open"), "{}", shown(&second));
    world.assert_all_aborted_once();

    let world = World::new(5, 0);
    let mut stuck = world.abort_waiting().spawn().unwrap();
    world.wait_for("ManageTask", 5);
    signal(&stuck, "INT");
    let lines = BufReader::new(stuck.stderr.take().unwrap()).lines().map_while(Result::ok);
    // Two that come together would count as one.
    lines.take_while(|line| !line.contains("Ctrl-C again leaves at once")).for_each(drop);
    signal(&stuck, "INT");
    assert_eq!(stuck.wait().unwrap().code(), Some(130));
}

/// A disk that takes no more than two blocks.
#[test]
fn nothing_goes_out_that_the_journal_cant_hold() {
    let _alone = alone();
    let world = World::new(60, usize::MAX);
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\""]).arg(example("abort_waiting"));
    world.tell(&mut shell);
    let first = shell.arg("--journal").arg(world.journal()).output().unwrap();
    assert_eq!(first.status.code(), Some(1), "{}", shown(&first));
    assert!(shown(&first).contains("stopped: "), "{}", shown(&first));
    assert!(world.vod.waiting() > 0);
    let second = world.abort_waiting().output().unwrap();
    assert!(second.status.success(), "{}", shown(&second));
    world.assert_all_aborted_once();
}

#[test]
fn a_dry_run_aborts_nothing_and_the_status_tells_usage_from_failure() {
    let _alone = alone();
    let world = World::new(3, usize::MAX);
    let dry = world.abort_waiting().arg("--dry-run").output().unwrap();
    assert!(dry.status.success() && shown(&dry).contains("3 would be aborted"), "{}", shown(&dry));
    assert_eq!((world.vod.waiting(), world.meter.count(), world.journal().exists()), (3, 0, false));
    for arguments in [&["--limit", "many"][..], &["--nonsense"], &["--site", "mars"], &["word"]] {
        let output = world.program("abort_waiting").args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", shown(&output));
    }
    // A key that isn't this cloud's, which the first call tells.
    let refused = world.abort_waiting().env("TENCENTCLOUD_SECRET_KEY", "another").output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(shown(&refused).contains("AuthFailure.SignatureFailure"), "{}", shown(&refused));
}

#[test]
fn the_status_of_watch_task_is_that_of_its_task() {
    let _alone = alone();
    let world = World::new(0, usize::MAX);
    for (arguments, status) in
        [(&[][..], 0), (&["--file-id", BROKEN], 1), (&["--nonsense"], 2), (&["--file-id", "0"], 1)]
    {
        let output = world.program("watch_task").args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", shown(&output));
    }
    let waiting = World::new(1, usize::MAX);
    let child = waiting.program("watch_task").args(["--task-id", &waiting.ids[0]]).spawn().unwrap();
    waiting.wait_for("DescribeTaskDetail", 1);
    signal(&child, "INT");
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{}", shown(&output));
    waiting.assert_all_aborted_once();
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}
