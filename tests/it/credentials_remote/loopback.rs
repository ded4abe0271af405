//! The same over real connections, in real time. Nothing in here waits for time to pass.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::{Duration, SystemTime};

use tencent_action::fake::FakeCloud;
use tencent_action::{AssumeRoleCredentials, CachedCredentials, Client, CvmRoleCredentials, Empty};

use super::world::{AssumeRole, assumed, credential_json};
use super::{given, key};
use crate::support::{ManageTask, SECOND};

/// Seconds from the beginning of virtual time to an hour from now.
fn an_hour_from_now() -> u64 {
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap();
    (now + Duration::from_secs(3600)).as_secs() - SECOND
}

/// A metadata service on loopback, with a role.
fn metadata_service() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            let read = stream.read(&mut request).unwrap();
            let request = String::from_utf8_lossy(&request[..read]).into_owned();
            let body = match request.split_whitespace().nth(1).unwrap() {
                "/latest/meta-data/cam/security-credentials/" => "uploader".to_owned(),
                "/latest/meta-data/cam/security-credentials/uploader" => credential_json(1, an_hour_from_now()),
                other => panic!("{other}"),
            };
            let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
            stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        }
    });
    endpoint
}

#[tokio::test]
async fn an_instance_calls_with_the_key_of_its_role() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|_: ManageTask| Ok(Empty)).add_credential(key(1));
    let role = CvmRoleCredentials::new().endpoint(metadata_service());
    let client = cloud.client().credentials(role).build().unwrap();
    for _ in 0..3 {
        ManageTask::abort("t").send(&client).await.unwrap();
    }
    assert!(client.credential().await.unwrap().expires_at() > Some(SystemTime::UNIX_EPOCH));
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_told_at_once() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let message = given(&CvmRoleCredentials::new().endpoint(format!("http://{address}"))).await;
    assert!(message.starts_with(&format!("the metadata service at http://{address}: can't be reached: ")), "{message}");
    let message = given(&CvmRoleCredentials::new().endpoint("http://10.0.0.1")).await;
    assert!(message.contains("is plain http to another machine"), "{message}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn threads_share_one_role() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|_: ManageTask| Ok(Empty)).add_credential(key(1));
    cloud.on(|_: AssumeRole| Ok(assumed(1, an_hour_from_now())));
    let role = AssumeRoleCredentials::new(cloud.client().build().unwrap(), "qcs::cam::uin/1:roleName/uploader");
    let client = cloud.client().credentials(CachedCredentials::new(role)).build().unwrap();
    let calls: Vec<_> = (0..100).map(|_| tokio::spawn(ManageTask::abort("t").send(&client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let actions = cloud.received().iter().filter(|received| received.action == "AssumeRole").count();
    assert_eq!(actions, 1);
}

#[tokio::test]
async fn an_unreachable_sts_is_an_error_of_the_credentials() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let sts = Client::builder().without_env().credentials(key(1)).endpoint(format!("http://{address}"));
    let role = AssumeRoleCredentials::new(sts.build().unwrap(), "qcs::cam::uin/1:roleName/uploader");
    let client = Client::builder().without_env().credentials(role).build().unwrap();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert!(error.is_credential() && !error.may_have_run(), "{error}");
    assert!(error.credential().unwrap().call().unwrap().is_transport());
}
