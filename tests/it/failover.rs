//! Failover on virtual time: three hosts, each a cloud of its own, behind a transport that goes by the host.

mod breaker;
mod calls;
mod health;
mod places;
mod turns;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{Body, ClientBuilder, Clock, Empty, Failover, Site, SystemClock, Transport, TransportError};

use crate::faults::VirtualClock;
use crate::support::ManageTask;

/// The hosts, in the order in which a client has them.
const NAMES: [&str; 3] = ["vod.tencentcloudapi.com", "vod.ap-guangzhou.tencentcloudapi.com", "gateway.example"];
pub(crate) const A: usize = 0;
const B: usize = 1;
const C: usize = 2;

/// Three clouds that know the same key, and that run the same operation.
#[derive(Clone)]
pub(crate) struct Hosts {
    clouds: Arc<[FakeCloud; 3]>,
    runs: Arc<AtomicUsize>,
    /// Where requests went.
    visits: Arc<Mutex<Vec<String>>>,
}

impl Hosts {
    pub(crate) fn new() -> Self {
        let (clock, runs) = (VirtualClock::new(), Arc::new(AtomicUsize::new(0)));
        let clouds = NAMES.map(|_| {
            let cloud = FakeCloud::builder().clock(clock).in_process();
            let counter = Arc::clone(&runs);
            cloud.on(move |_: ManageTask| {
                counter.fetch_add(1, Ordering::SeqCst);
                Ok(Empty)
            });
            cloud
        });
        Self { clouds: Arc::new(clouds), runs, visits: Arc::default() }
    }

    /// A client that knows all three.
    pub(crate) fn client(&self) -> ClientBuilder {
        self.client_with(two_others())
    }

    fn client_with(&self, failover: Failover) -> ClientBuilder {
        let client = self.clouds[A].client().transport(self.clone());
        client.site(Site::Mainland).region("ap-guangzhou").failover(failover)
    }

    /// What goes wrong at a host from now on, each time.
    pub(crate) fn always(&self, host: usize, fault: &Fault) {
        self.clouds[host].no_faults().faults(std::iter::repeat(Some(fault.clone())));
    }

    pub(crate) fn heal(&self, host: usize) {
        self.clouds[host].no_faults();
    }

    /// Where requests went since it was asked last, as letters; `?` is none of the three.
    fn visits(&self) -> String {
        let names = std::mem::take(&mut *self.visits.lock().unwrap());
        let letter = |name: &String| NAMES.iter().position(|known| known == name).map_or('?', |i| ['A', 'B', 'C'][i]);
        names.iter().map(letter).collect()
    }

    fn runs(&self) -> usize {
        self.runs.swap(0, Ordering::SeqCst)
    }
}

/// Goes by the host of the address, which is what the signature is for: each cloud checks that.
#[async_trait]
impl Transport for Hosts {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let name = request.uri().authority().unwrap().to_string();
        self.visits.lock().unwrap().push(name.clone());
        let host = NAMES.iter().position(|known| *known == name).unwrap_or(C);
        self.clouds[host].transport().send(request).await
    }
}

fn two_others() -> Failover {
    Failover::new().endpoint("https://{service}.ap-guangzhou.tencentcloudapi.com").endpoint("https://gateway.example")
}

fn task() -> ManageTask {
    ManageTask::abort("t")
}

/// On virtual time.
pub(crate) async fn pass(seconds: u64) {
    SystemClock.sleep(Duration::from_secs(seconds)).await;
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
