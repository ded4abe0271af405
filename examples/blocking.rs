//! Aborts tasks of Video on Demand in a program without async.

use std::error::Error;
use std::io;

use tencent_action::blocking::Client;
use tencent_action::fake::FakeCloud;
use tencent_action::{CommonError, tencent_action};
use tencent_action_examples as vod;

/// Ends a task that has been started but not begun.
#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20, spec = "vod-2018-07-17.spec")]
#[derive(Debug)]
pub struct ManageTask {
    /// The task, as the action that started it named it.
    pub task_id: String,
    /// What to do with it: `Abort`, for tasks that are WAITING.
    pub operation_type: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    vod::takes_no_options("Aborts tasks without async.");
    let cloud = FakeCloud::start()?;
    vod::open(&cloud);
    // Without a fake cloud: `Client::from_env()?`.
    let client = cloud.client().build_blocking()?;

    let reply = client.call(&abort(vod::WAITING)).send()?;
    vod::say!("{}: aborted (request id {})", vod::WAITING, reply.request_id());

    let Err(error) = client.call(&abort(vod::PROCESSING)).send() else {
        return Err("a task that has begun was aborted".into());
    };
    vod::say!("{}: {error}", vod::PROCESSING);

    let run = client.run_all(["251000333-a", "251000333-b"].map(abort));
    let failed: Vec<_> = run.filter_map(|done| done.outcome.err().map(|error| (done.input.task_id, error))).collect();
    for (task_id, error) in &failed {
        vod::say!("{task_id}: {}", error.code().unwrap_or("no answer"));
    }

    in_a_runtime(&client)?;
    vod::say!("{}", client.stats());
    Ok(())
}

fn abort(task_id: &str) -> ManageTask {
    ManageTask { task_id: task_id.to_owned(), operation_type: "Abort".to_owned() }
}

/// In a thread of a runtime too; it does nothing else meanwhile.
fn in_a_runtime(client: &Client) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(async {
        let outcome = client.call(&abort("251000333-c")).send();
        let code = outcome.err().and_then(|error| error.code_as::<ManageTask>());
        vod::say!("in a runtime: {}", code.map_or_else(|| "aborted".to_owned(), |code: CommonError| code.to_string()));
    });
    Ok(())
}
