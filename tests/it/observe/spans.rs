//! The spans and events of calls, word for word: they are what dashboards are built on.

use std::time::Duration;

use tencent_action::fake::Fault;
use tencent_action::{ApiError, RetryPolicy};

use super::log::Log;
use super::{DescribeTasks, chat, cloud, seconds};
use crate::support::ManageTask;

/// Events without how long things took, and spans without the request ids that they must have.
fn told(log: &Log, ids: &[String]) -> (Vec<String>, Vec<String>) {
    let tidy = |line: String| {
        let line = ids.iter().fold(line, |line, id| line.replace(id, "ID"));
        let words = line.split(' ').map(|word| match word.split_once('=') {
            Some((name @ ("elapsed" | "wait" | "waited"), _)) => name.to_owned(),
            _ => word.to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    };
    (log.spans().into_iter().map(tidy).collect(), log.events().into_iter().map(tidy).collect())
}

#[tokio::test(start_paused = true)]
async fn a_call_has_a_span_and_each_attempt_one_within_it() {
    let (log, _guard) = Log::listen();
    let (cloud, _) = cloud();
    let client = cloud.client().region("ap-tokyo").build().unwrap();
    cloud.faults([
        Some(Fault::refused()),
        Some(Fault::error(ApiError::new("RequestLimitExceeded.UinLimitExceeded", "text of the server"))),
    ]);
    let reply = ManageTask::abort("t").send(&client).await.unwrap();
    assert_eq!(reply.attempts(), 3);

    let ids: Vec<_> = cloud.received().into_iter().map(|received| received.request_id).collect();
    let (spans, events) = told(&log, &ids);
    let attempt = "DEBUG call > attempt otel.name=POST otel.kind=client attempt=";
    assert_eq!(
        spans,
        [
            "INFO - > call otel.name=vod/ManageTask otel.kind=client rpc.system.name=tencentcloud \
             rpc.method=vod/ManageTask version=2018-07-17 cloud.region=ap-tokyo attempts=3 request_id=ID",
            &format!(
                "{attempt}1 http.request.method=POST server.address=vod.intl.tencentcloudapi.com otel.status_code=ERROR \
                 error.type=transport"
            ),
            &format!(
                "{attempt}2 http.request.method=POST http.request.resend_count=1 \
                 server.address=vod.intl.tencentcloudapi.com http.response.status_code=200 otel.status_code=ERROR \
                 error.type=RequestLimitExceeded.UinLimitExceeded request_id=ID"
            ),
            &format!(
                "{attempt}3 http.request.method=POST http.request.resend_count=2 \
                 server.address=vod.intl.tencentcloudapi.com http.response.status_code=200 request_id=ID"
            ),
        ]
    );
    assert_eq!(
        events,
        [
            "DEBUG call:attempt sending",
            "DEBUG call:attempt failed error.type=transport \
             error=no answer: the connection was refused, as the test wants it throttled=false may_have_run=false elapsed",
            "INFO call trying again error.type=transport \
             error=no answer: the connection was refused, as the test wants it wait",
            "DEBUG call:attempt sending",
            "DEBUG call:attempt failed error.type=RequestLimitExceeded.UinLimitExceeded \
             error=the API answered with an error http.response.status_code=200 request_id=ID throttled=true \
             may_have_run=false elapsed",
            "INFO call trying again error.type=RequestLimitExceeded.UinLimitExceeded \
             error=the API answered with an error wait",
            "DEBUG call:attempt sending",
            "DEBUG call:attempt answered http.response.status_code=200 request_id=ID is_stream=false elapsed",
            "DEBUG call call succeeded elapsed is_stream=false",
        ]
    );
    assert_eq!(log.left_over(), (0, 0));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_fails_says_why_it_gave_up() {
    let (cloud, _) = cloud();
    let patient = RetryPolicy::default().first_wait(seconds(3600)).longest_wait(seconds(3600));
    for (policy, reason) in [
        (RetryPolicy::never(), "all attempts are made"),
        (patient, "the wait would pass the deadline"),
        (
            RetryPolicy::default().max_attempts(1000).longest_wait(Duration::ZERO),
            "the budget for trying again is spent",
        ),
    ] {
        let (log, _guard) = Log::listen();
        let client = cloud.client().retry(policy).timeout(seconds(1)).build().unwrap();
        cloud.no_faults().faults(std::iter::repeat(Some(Fault::refused())));
        let error = ManageTask::abort("t").send(&client).await.unwrap_err();
        let (spans, events) = told(&log, &[]);
        let gave_up = format!(
            "INFO call gave up error.type=transport \
             error=no answer: the connection was refused, as the test wants it reason={reason}"
        );
        let failed = "DEBUG call call failed error.type=transport \
                      error=no answer: the connection was refused, as the test wants it may_have_run=false elapsed";
        assert_eq!(events[events.len() - 2..], [&gave_up, failed]);
        let end = format!("attempts={} otel.status_code=ERROR error.type=transport", error.attempts());
        assert!(spans[0].ends_with(&end), "{spans:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_of_the_api_is_told_by_its_code_and_not_tried_again() {
    let (log, _guard) = Log::listen();
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    cloud.fault(Fault::error(ApiError::new("InvalidParameterValue.TaskId", "no such task as t")));
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    let (spans, events) = told(&log, &[error.request_id().unwrap().to_owned()]);
    assert!(
        spans[0].ends_with(
            "attempts=1 otel.status_code=ERROR error.type=InvalidParameterValue.TaskId request_id=ID \
             rpc.response.status_code=InvalidParameterValue.TaskId"
        ),
        "{spans:?}"
    );
    let expected = "DEBUG call call failed error.type=InvalidParameterValue.TaskId \
                    error=the API answered with an error may_have_run=false elapsed";
    assert_eq!((events.len(), events.last().map(String::as_str)), (3, Some(expected)), "{events:#?}");
}

#[tokio::test(start_paused = true)]
async fn waits_and_corrections_are_events_of_the_call() {
    let (log, _guard) = Log::listen();
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    cloud.skew(1000);
    for _ in 0..2 {
        DescribeTasks.send(&client).await.unwrap();
    }
    let events = log.events();
    let find = |start: &str| events.iter().filter(|event| event.starts_with(start)).count();
    assert_eq!(find("WARN call this machine's clock is off: signing by the server's seconds=1000"), 1, "{events:#?}");
    // The second attempt of the first call waits, and the second call.
    assert_eq!(find("DEBUG call its turn waited="), 2, "{events:#?}");
}

#[tokio::test(start_paused = true)]
async fn timeouts_are_told_as_such() {
    let (log, _guard) = Log::listen();
    let (cloud, _) = cloud();
    let client = cloud.client().attempt_timeout(seconds(5)).timeout(seconds(8)).build().unwrap();
    cloud.faults(std::iter::repeat(Some(Fault::stall(0))));
    ManageTask::abort("t").send(&client).idempotent(true).await.unwrap_err();
    let (spans, events) = told(&log, &[]);
    assert!(spans[0].ends_with("attempts=2 otel.status_code=ERROR error.type=timeout"), "{spans:?}");
    assert_eq!(
        events,
        [
            "DEBUG call:attempt sending",
            "DEBUG call:attempt failed error.type=timeout error=no answer to an attempt within 5s throttled=false \
             may_have_run=true elapsed",
            "INFO call trying again error.type=timeout error=no answer to an attempt within 5s wait",
            "DEBUG call:attempt sending",
            "DEBUG call call failed error.type=timeout error=no answer within 8s may_have_run=true elapsed",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_told_where_it_begins_and_where_it_fails() {
    let (log, _guard) = Log::listen();
    let (cloud, _) = cloud();
    let client = cloud.client().idle_timeout(seconds(9)).build().unwrap();
    let mut chunks = chat().stream(&client).await.unwrap();
    let id = chunks.request_id().to_owned();
    chunks.next().await.unwrap().unwrap();
    chunks.next().await.unwrap().unwrap_err();
    let (_, events) = told(&log, &[id]);
    assert_eq!(
        events[1..],
        [
            "DEBUG call:attempt answered http.response.status_code=200 request_id=ID is_stream=true elapsed",
            "DEBUG call call succeeded elapsed is_stream=true",
            "DEBUG  the stream failed rpc.method=hunyuan/ChatCompletions request_id=ID error.type=timeout \
             error=the stream stalled",
        ]
    );
}
