//! Certificates and protocols, whatever the settings are.

use super::{Site, call, client};

#[tokio::test]
async fn a_certificate_is_checked_and_no_provider_is_installed_for_the_process() {
    let site = Site::answering();
    assert_eq!(call(client(&site)).await.unwrap().request_id(), "r");
    assert_eq!(site.protocols(), ["http/1.1"]);
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let site = Site::answering();
    let error = call(client(&site).endpoint(format!("https://{}", site.address()))).await.unwrap_err();
    let shown = error.to_string();
    assert!(error.is_transport() && !error.may_have_run(), "{shown}");
    // rustls and OpenSSL.
    assert!(shown.contains("not valid for name") || shown.contains("IP address mismatch"), "{shown}");
}

#[tokio::test]
async fn a_warm_client_needs_no_handshake_for_its_first_call() {
    let site = Site::answering();
    let client = client(&site).build().unwrap();
    client.warm_up("vod").await.unwrap();
    for _ in 0..3 {
        client.call_json("vod", "2018-07-17", "ManageTask", &serde_json::json!({})).await.unwrap();
    }
    assert_eq!(site.protocols().len(), 1);
}
