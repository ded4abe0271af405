//! Calls over a transport that answers at once: the client alone.

use bytes::Bytes;
use http::{Request, Response};
use tencent_action::{Client, Clock, Credential, SystemClock, TransportError};

use crate::actions::ManageTask;
use crate::memory::{expect_flat, resident};
use crate::warm_up;

/// What the allocator may keep of its pages for reasons of its own, in KiB. A byte lost a call would be twice that.
const GROWTH: i64 = 512;

pub(crate) fn soak(calls: u64) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let answer = |_: Request<Bytes>| async {
        Ok::<_, TransportError>(Response::new(
            r#"{"Response":{"Task":7,"RequestId":"510f4d68-09c9-44a3-ab55-192ff22297c9"}}"#,
        ))
    };
    let credential = Credential::with_secret_id("AKIDfake").secret_key("a-key-that-opens-nothing");
    let client = Client::builder().without_env().credentials(credential).transport(answer).build().unwrap();
    let call_all = async |calls: u64| {
        for task in 0..calls {
            assert_eq!(ManageTask { task }.send(&client).await.unwrap().task, 7);
        }
    };
    let warm_up = warm_up(calls / 2);
    runtime.block_on(call_all(warm_up));
    let (before, begun) = (resident(), SystemClock.monotonic());
    runtime.block_on(call_all(calls - warm_up));
    let took = SystemClock.monotonic().saturating_sub(begun);
    println!("{:<52}{calls:>12}", "calls over nothing");
    println!("{:<52}{:>9} ns", "  each", took.as_nanos() / u128::from(calls - warm_up));
    expect_flat(before, GROWTH);
}
