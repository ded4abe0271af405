//! Failover within one call.

use std::net::TcpListener;

use bytes::Bytes;
use http::{HeaderValue, Request, StatusCode, header};
use serde_json::json;
use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{ApiError, Empty, Failover, RequestForm, RetryPolicy, SignatureMethod, Site, Transport};

use super::{A, B, C, Hosts, seconds, task, two_others};
use crate::support::ManageTask;

/// Signed for the new host, in each form: its cloud lets it in.
#[tokio::test(start_paused = true)]
async fn another_host_is_asked_at_once_and_with_a_signature_for_it() {
    let hosts = Hosts::new();
    let client = hosts.client().build().unwrap();
    let forms = [
        client.clone(),
        client.with_form(RequestForm::Query),
        client.with_unsigned_payload(true),
        client.with_signature(SignatureMethod::HmacSha1),
        client.with_signature(SignatureMethod::HmacSha256),
    ];
    for client in forms {
        hosts.clouds[A].fault(Fault::refused());
        hosts.clouds[B].fault(Fault::refused());
        let reply = task().send(&client).await.unwrap();
        assert_eq!((reply.attempts(), reply.waited(), hosts.runs()), (3, seconds(0), 1));
        assert_eq!(hosts.visits(), "ABC");
    }
    assert_eq!(client.stats().failovers, 10);
}

/// And a signature for one host opens no other, so that the test above can fail.
#[tokio::test(start_paused = true)]
async fn a_signature_is_for_one_host() {
    let hosts = Hosts::new();
    let other = hosts.clone();
    let client = hosts.client().transport(move |mut request: Request<Bytes>| {
        let host = HeaderValue::from_static("vod.tencentcloudapi.com.example");
        request.headers_mut().insert(header::HOST, host);
        let other = other.clone();
        async move { Transport::send(&other, request).await }
    });
    let error = task().send(&client.build().unwrap()).await.unwrap_err();
    assert_eq!(error.code(), Some("AuthFailure.SignatureFailure"));
}

#[tokio::test(start_paused = true)]
async fn what_may_have_run_is_not_sent_to_another_host_unless_it_may_run_twice() {
    let hosts = Hosts::new();
    for (fault, runs) in [(Fault::reset().after_handler(), 1), (Fault::page(StatusCode::BAD_GATEWAY), 0)] {
        for idempotent in [false, true] {
            let client = hosts.client().build().unwrap();
            hosts.clouds[A].fault(fault.clone());
            let outcome = task().send(&client).idempotent(idempotent).await;
            assert_eq!((outcome.is_ok(), hosts.runs()), (idempotent, runs + usize::from(idempotent)), "{fault}");
            assert_eq!(hosts.visits(), if idempotent { "AB" } else { "A" }, "{fault}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn after_a_round_of_all_hosts_the_usual_wait_comes() {
    let hosts = Hosts::new();
    let patient = RetryPolicy::default().max_attempts(6);
    let client = hosts.client().retry(patient).build().unwrap();
    for host in [A, B, C] {
        hosts.always(host, &Fault::refused());
    }
    let error = task().send(&client).await.unwrap_err();
    assert_eq!(hosts.visits(), "ABCABC");
    assert!(error.attempts() == 6 && !error.waited().is_zero() && !error.may_have_run(), "{error}");
}

/// It is the account that is throttled, and the request that is refused.
#[tokio::test(start_paused = true)]
async fn an_error_of_the_api_is_no_reason_to_go_elsewhere() {
    let hosts = Hosts::new();
    let client = hosts.client().build().unwrap();
    for code in ["RequestLimitExceeded", "InternalError"] {
        hosts.clouds[A].fault(Fault::error(ApiError::new(code, "no")));
        let reply = task().send(&client).idempotent(true).await.unwrap();
        assert!(reply.attempts() == 2 && !reply.waited().is_zero(), "{code}");
        assert_eq!(hosts.visits(), "AA", "{code}");
    }
    assert_eq!(client.stats().failovers, 0);
}

#[tokio::test(start_paused = true)]
async fn without_retries_the_host_changes_from_call_to_call() {
    let hosts = Hosts::new();
    let client = hosts.client().retry(RetryPolicy::never()).failover(two_others().after_failures(2)).build().unwrap();
    hosts.always(A, &Fault::refused());
    for works in [false, false, true, true] {
        assert_eq!(task().send(&client).await.is_ok(), works);
    }
    assert_eq!(hosts.visits(), "AABB");
}

#[tokio::test(start_paused = true)]
async fn a_client_that_was_told_nothing_goes_to_one_host() {
    let hosts = Hosts::new();
    let client = hosts.clouds[A].client().transport(hosts.clone()).site(Site::Mainland).build().unwrap();
    hosts.always(A, &Fault::refused());
    for _ in 0..10 {
        task().send(&client).await.unwrap_err();
    }
    assert_eq!(hosts.visits(), "A".repeat(30));
}

#[tokio::test(start_paused = true)]
async fn a_call_with_an_endpoint_of_its_own_goes_there_and_nowhere_else() {
    let hosts = Hosts::new();
    let client = hosts.client().failover(two_others().after_failures(1)).build().unwrap();
    hosts.always(C, &Fault::refused());
    task().send(&client).endpoint("https://elsewhere.example").await.unwrap_err();
    task().send(&client).endpoint("https://gateway.example").await.unwrap_err();
    assert_eq!(hosts.visits(), "???CCC");
    // That told nothing of the hosts: the next call knows of none that fails.
    hosts.clouds[A].fault(Fault::refused());
    hosts.clouds[B].fault(Fault::refused());
    hosts.heal(C);
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "ABC");
    // And an open breaker is nothing to it.
    task().send(&client).endpoint("https://vod.tencentcloudapi.com").await.unwrap();
    assert_eq!(hosts.visits(), "A");
}

#[tokio::test(start_paused = true)]
async fn an_explanation_is_of_the_host_that_the_call_would_go_to() {
    let hosts = Hosts::new();
    let client = hosts.client().failover(two_others().after_failures(1)).build().unwrap();
    let url = async || task().send(&client).explain().await.unwrap().url();
    assert_eq!(url().await, "https://vod.tencentcloudapi.com/");
    hosts.clouds[A].fault(Fault::refused());
    task().send(&client).await.unwrap();
    assert_eq!(url().await, "https://vod.ap-guangzhou.tencentcloudapi.com/");
    assert_eq!(hosts.visits(), "AB", "nothing else was sent");
}

/// Actions that nobody declared have hosts of their service, and its breakers are its own.
#[tokio::test(start_paused = true)]
async fn each_service_has_its_own_hosts() {
    let hosts = Hosts::new();
    hosts.clouds[C].on_json("cvm", "2017-03-12", "DescribeZones", |_| Ok(json!({})));
    hosts.always(A, &Fault::refused());
    let client = hosts.client().failover(two_others().after_failures(1)).build().unwrap();
    task().send(&client).await.unwrap();
    client.call_json("cvm", "2017-03-12", "DescribeZones", &json!({})).await.unwrap();
    let visits = hosts.visits.lock().unwrap().clone();
    assert_eq!(visits[2], "cvm.tencentcloudapi.com");
}

/// Over real connections: where nobody listens, surely nothing was sent.
#[tokio::test]
async fn a_port_where_nobody_listens_is_left_for_one_where_somebody_does() {
    let nobody = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|_: ManageTask| Ok(Empty));
    let failover = Failover::new().endpoint(cloud.endpoint().unwrap());
    let client = cloud.client().endpoint(nobody).failover(failover).build().unwrap();
    for _ in 0..7 {
        task().send(&client).await.unwrap();
    }
    assert_eq!((client.stats().attempts, cloud.received().len()), (12, 7));
}
