//! Each form, written by the client and read by the cloud.

use serde_json::{Value, json};
use tencent_action::fake::{FakeCloud, ReceivedForm};
use tencent_action::{Client, Credential, Language, RequestForm, SignatureMethod};

use super::actions::{DescribeThings, kept};
use crate::support::{SECOND, StoppedClock};

/// The ways to call an action that isn't bound to one.
fn ways(client: &Client) -> [(Client, ReceivedForm, SignatureMethod); 7] {
    use ReceivedForm::{Form, Json, Query};
    use SignatureMethod::{HmacSha1, HmacSha256, Tc3HmacSha256};
    [
        (client.clone(), Json, Tc3HmacSha256),
        (client.with_form(RequestForm::Query), Query, Tc3HmacSha256),
        (client.with_unsigned_payload(true), Json, Tc3HmacSha256),
        (client.with_signature(HmacSha256), Form, HmacSha256),
        (client.with_signature(HmacSha256).with_form(RequestForm::Query), Query, HmacSha256),
        (client.with_signature(HmacSha1), Form, HmacSha1),
        (client.with_signature(HmacSha1).with_form(RequestForm::Query), Query, HmacSha1),
    ]
}

async fn every_way_leads_in(cloud: &FakeCloud) {
    let kept = kept::<DescribeThings>(cloud);
    let client = cloud.client().region("ap-guangzhou").language(Language::English).build().unwrap();
    for (client, form, method) in ways(&client) {
        for request in [DescribeThings::special(), DescribeThings { name: "x".into(), ..Default::default() }] {
            let reply = request.send(&client).await.unwrap();
            assert_eq!(kept.lock().unwrap().pop(), Some(request), "{form} {method}");

            let received = cloud.received().pop().unwrap();
            assert_eq!((received.form, received.signature_method), (Some(form), Some(method)));
            assert_eq!((&*received.service, &*received.action), ("cvm", "DescribeThings"));
            assert_eq!((&*received.version, received.region.as_deref()), ("2017-03-12", Some("ap-guangzhou")));
            assert_eq!((received.request_id.as_str(), received.error), (reply.request_id(), None));
        }
    }
}

#[tokio::test]
async fn every_form_is_accepted() {
    every_way_leads_in(&FakeCloud::in_process()).await;
}

#[tokio::test]
async fn every_form_is_accepted_over_a_socket() {
    every_way_leads_in(&FakeCloud::start().unwrap()).await;
}

#[tokio::test]
async fn every_form_carries_a_token() {
    let credential = Credential::with_secret_id("AKIDt").secret_key("key-t").with_token("a/b+c==");
    let cloud = FakeCloud::builder().credential(credential).clock(StoppedClock(SECOND)).in_process();
    let kept = kept::<DescribeThings>(&cloud);
    let client = cloud.client().build().unwrap();
    for (client, ..) in ways(&client) {
        DescribeThings::special().send(&client).await.unwrap();
    }
    assert_eq!(kept.lock().unwrap().len(), 7);
}

/// What isn't declared can't be converted: text stays text.
#[tokio::test]
async fn a_handler_in_terms_of_json_gets_the_text_nested() {
    let cloud = FakeCloud::in_process();
    cloud.on_json("cvm", "2017-03-12", "DescribeThings", |parameters: &Value| Ok(json!({ "Echo": parameters })));
    let client = cloud.client().build().unwrap();
    let parameters = json!({ "Limit": 1, "Filters": [{ "Values": ["a", "b c"], "Exact": true }] });
    let as_text = json!({ "Limit": "1", "Filters": [{ "Values": ["a", "b c"], "Exact": "true" }] });
    for (client, form, _) in ways(&client) {
        let reply = client.call_json("cvm", "2017-03-12", "DescribeThings", &parameters).await.unwrap();
        let expected = if form == ReceivedForm::Json { &parameters } else { &as_text };
        assert_eq!(&reply["Echo"], expected);
        assert_eq!(&cloud.received().pop().unwrap().parameters, expected);
    }
}

/// A service is the first label of a host of the vendor's, and of no other.
#[tokio::test]
async fn on_a_host_of_nobody_the_handlers_tell_the_service() {
    let cloud = FakeCloud::start().unwrap();
    let answer = |service: &'static str| move |_: &Value| Ok(json!({ "Service": service }));
    for service in ["vod", "cvm", "vpc"] {
        cloud.on_json(service, "2017-03-12", "DescribeRegions", answer(service));
    }
    cloud.on_json("vpc", "2017-03-12", "DescribeVpcs", answer("vpc"));
    let client = cloud.client().signature(SignatureMethod::HmacSha256).build().unwrap();
    for (action, expected) in [("DescribeRegions", "cvm"), ("DescribeVpcs", "vpc")] {
        let reply = client.call_json("vpc", "2017-03-12", action, &json!({})).await.unwrap();
        assert_eq!(reply["Service"], expected);
    }
    for (version, action, expected) in
        [("2017-03-12", "DescribeDisks", "InvalidAction"), ("2017-03-13", "DescribeVpcs", "NoSuchVersion")]
    {
        let error = client.call_json("vpc", version, action, &json!({})).await.unwrap_err();
        assert_eq!(error.code(), Some(expected));
    }
}
