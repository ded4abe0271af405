//! What a call would send, shown and not sent.

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, Credential, RequestForm, SignatureMethod, Site};

use crate::support::{FixedClock, ManageTask, Recorder, Recording, SECOND, client, credential};

const KEY: &str = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
const ID: &str = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";

fn mainland() -> Client {
    let clock = FixedClock { second: SECOND, random: 11886 << 1 };
    client().site(Site::Mainland).clock(clock).transport(Recording(Recorder::answering("{}"))).build().unwrap()
}

/// Hashes and signature were computed apart, with Python's hmac and hashlib.
#[tokio::test]
async fn every_stage_is_shown_as_it_is_hashed() {
    let recorder = Recorder::answering("{}");
    let client = client().site(Site::Mainland).transport(Recording(recorder.clone())).build().unwrap();
    let explanation = ManageTask::abort("t").send(&client).explain().await.unwrap();
    assert!(recorder.requests().is_empty(), "nothing is sent");
    assert_eq!((explanation.method().as_str(), &*explanation.url()), ("POST", "https://vod.tencentcloudapi.com/"));
    assert_eq!(
        explanation.canonical_request().unwrap(),
        "POST\n/\n\ncontent-type:application/json\nhost:vod.tencentcloudapi.com\nx-tc-action:managetask\n\n\
         content-type;host;x-tc-action\n9d68c1a028e6e3a7847f031f2a2dc59d5ab4fa2a57992bdf2fc4854c6c4f8e08"
    );
    assert_eq!(
        explanation.string_to_sign().unwrap(),
        "TC3-HMAC-SHA256\n1551113065\n2019-02-25/vod/tc3_request\neadad52bc24bf19bf625df3d2d1c134961510e1200c1947896372a8f50ef6a82"
    );
    let authorization = explanation.authorization().unwrap();
    assert_eq!(
        authorization,
        "TC3-HMAC-SHA256 Credential=AKIDz8…MPLE/2019-02-25/vod/tc3_request, \
         SignedHeaders=content-type;host;x-tc-action, Signature=b54d115146a6a8e3317b32e628ba4dd0c216fe70ed87c05d11c39d8c52627141"
    );
    assert_eq!(explanation.body().as_ref(), br#"{"TaskId":"t","OperationType":"Abort"}"#);
}

#[tokio::test]
async fn no_secret_is_shown_unless_it_is_asked_for() {
    let client = client().credentials(credential().with_token("a/token+")).build().unwrap();
    for client in [
        client.clone(),
        client.with_form(RequestForm::Query),
        client.with_signature(SignatureMethod::HmacSha256),
        client.with_signature(SignatureMethod::HmacSha1).with_form(RequestForm::Query),
    ] {
        let explanation = ManageTask::abort("t").send(&client).explain().await.unwrap();
        let body = String::from_utf8(explanation.body().to_vec()).unwrap();
        let shown = format!("{explanation} {explanation:?} {} {body}", explanation.curl());
        for secret in [KEY, ID, "a/token+", "a%2Ftoken%2B"] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
        assert!(shown.contains("AKIDz8…MPLE") && shown.contains("TOKEN"), "{shown}");
        let revealed = explanation.revealed().to_string();
        assert!(revealed.contains(ID) && !revealed.contains(KEY), "{revealed}");
        assert!(revealed.contains("a/token+") || revealed.contains("a%2Ftoken%2B"), "{revealed}");
    }
}

#[tokio::test]
async fn a_legacy_signature_has_no_canonical_request() {
    let client = mainland().with_signature(SignatureMethod::HmacSha256).with_form(RequestForm::Query);
    let explanation = ManageTask::abort("t").send(&client).explain().await.unwrap().revealed();
    assert_eq!((explanation.canonical_request(), explanation.authorization()), (None, None));
    assert_eq!(
        explanation.string_to_sign().unwrap(),
        format!(
            "GETvod.tencentcloudapi.com/?Action=ManageTask&Nonce=11886&OperationType=Abort&SecretId={ID}\
             &SignatureMethod=HmacSHA256&TaskId=t&Timestamp=1551113065&Version=2018-07-17"
        )
    );
    assert!(explanation.url().contains("&Signature="), "{}", explanation.url());
}

#[tokio::test]
async fn the_command_is_one_that_a_shell_takes() {
    let explanation = ManageTask::abort("it's").send(&mainland()).explain().await.unwrap();
    let command = explanation.curl();
    assert!(
        command.starts_with("curl 'https://vod.tencentcloudapi.com/' \\\n  -H 'content-type: application/json' \\\n")
    );
    assert!(command.ends_with(r#"--data-raw '{"TaskId":"it'\''s","OperationType":"Abort"}'"#), "{command}");
    assert!(!command.contains("-H 'host:"), "curl writes it");
}

#[tokio::test]
async fn what_keeps_a_call_from_being_sent_keeps_it_from_being_explained() {
    let client = Client::builder().without_env().build().unwrap();
    let error = ManageTask::abort("t").send(&client).explain().await.unwrap_err();
    assert!(error.is_credential() && error.to_string().starts_with("vod ManageTask: "), "{error}");
    let error = ManageTask::abort("t").send(&mainland()).region("?").explain().await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: `?` is no region: one looks like `ap-guangzhou`");
}

#[tokio::test]
async fn a_refused_signature_says_where_to_look_first() {
    let cloud = FakeCloud::in_process();
    let refused = async |key: &str| {
        let credential = Credential::with_secret_id(cloud.credential().secret_id()).secret_key(key);
        let client = cloud.client().credentials(credential).build().unwrap();
        ManageTask::abort("t").send(&client).await.unwrap_err().to_string()
    };
    let line = refused("AKIDaround-the-wrong-way").await;
    assert!(line.starts_with("vod ManageTask: AuthFailure.SignatureFailure: "), "{line}");
    assert!(!line.contains("swapped"), "the id looks like one: {line}");
    let line = refused("another").await;
    assert!(line.contains("the secret key may be another's, or not complete"), "{line}");
    assert!(!line.contains("another;") && !line.contains('\n'), "{line}");
}
