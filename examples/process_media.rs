//! Starts a task, finds it in a list, and looks at it until it is done: nested data, lists, enums.
//!
//! The actions and their data types are declared in `vod/api.rs`. They are called on a fake cloud of this machine.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use tencent_action::Client;
use tencent_action::fake::FakeCloud;
use tencent_action_examples as vod;
use tencent_action_examples::api::{
    DescribeTaskDetail, DescribeTasks, MediaProcessTask, ProcessMedia, TaskDetail, TaskStatus, TranscodeTask,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    vod::takes_no_options("Has a file transcoded, and watches it.");
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("process_media: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let cloud = FakeCloud::start()?;
    vod::open(&cloud);
    let client = cloud.client().build()?;

    let task_id = start(&client).await?;
    vod::say!("started {task_id}");
    list(&client).await?;
    watch(&client, &task_id).await?;
    refusal(&client).await
}

/// Asks for two transcodings of a file.
async fn start(client: &Client) -> Result<String, tencent_action::Error> {
    let transcode = |definition| TranscodeTask { definition, ..TranscodeTask::default() };
    let request = ProcessMedia {
        file_id: Some(vod::MEDIA.to_owned()),
        media_process_task: Some(MediaProcessTask {
            transcode_task_set: Some(vec![
                transcode(20),
                TranscodeTask { start_time_offset: Some(1.5), ..transcode(30) },
            ]),
            ..MediaProcessTask::default()
        }),
        ..ProcessMedia::default()
    };
    Ok(request.send(client).await?.into_inner().task_id)
}

/// Prints the tasks that wait.
async fn list(client: &Client) -> Result<(), tencent_action::Error> {
    let request = DescribeTasks { status: Some(TaskStatus::Waiting), ..DescribeTasks::default() };
    for task in &request.send(client).await?.task_set {
        vod::say!("waits: {} (file {})", task.task_id, task.file_id.as_deref().unwrap_or("unknown"));
    }
    Ok(())
}

/// Prints how far a task is, until it is done. The example `watch_task` does it in earnest.
async fn watch(client: &Client, task_id: &str) -> Result<(), Box<dyn Error>> {
    DescribeTaskDetail { task_id: task_id.to_owned(), sub_app_id: None }
        .send(client)
        .until(|detail| {
            print(detail);
            detail.status == Some(TaskStatus::Finish)
        })
        .interval(Duration::from_secs(1))
        .await?;
    Ok(())
}

fn print(detail: &TaskDetail) {
    vod::say!("{}", detail.status.as_ref().map_or("unknown", TaskStatus::as_str));
    let parts = detail.procedure_task.iter().flat_map(|task| &task.media_process_result_set);
    for part in parts.filter_map(|part| part.transcode_task.as_ref()) {
        let template = part.input.as_ref().map_or(0, |input| input.definition);
        let url = part.output.as_ref().and_then(|output| output.url.as_deref());
        let url = url.map(|url| format!("  {url}")).unwrap_or_default();
        vod::say!("  template {template}: {:>3} %{url}", part.progress.unwrap_or_default());
    }
}

/// Asks for a file that isn't there.
async fn refusal(client: &Client) -> Result<(), Box<dyn Error>> {
    let request = ProcessMedia { file_id: Some("0".to_owned()), ..ProcessMedia::default() };
    match request.send(client).await {
        Ok(_) => Err("there is no file `0`, and a task was started with it".into()),
        Err(error) => {
            vod::say!("refused: {}", error.code().ok_or_else(|| error.to_string())?);
            Ok(())
        }
    }
}
