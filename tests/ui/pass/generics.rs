//! Generic structs, recursive ones, ones in functions and ones made by macros can be sent and read back.
#![deny(warnings)]

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use tencent_action::{Action, tencent_action};

#[tencent_action(service = "cvm", version = "2017-03-12")]
struct DescribeInstances<T = String, const N: usize = 2>
where
    T: Send,
{
    instance_ids: [T; N],
    pages: Option<Vec<[T; N]>>,
    limit: Option<T>,
    marker: PhantomData<T>,
}

#[tencent_action(service = "cls", version = "2020-10-16")]
struct SearchTree {
    branches: Vec<SearchTree>,
    next: Option<Box<Self>>,
}

macro_rules! action {
    ($visibility:vis $name:ident($service:literal) { $field:ident: $type:ty } -> $response:ty) => {
        #[tencent_action(service = $service, version = "2018-07-17", response = $response)]
        $visibility struct $name {
            $field: $type,
        }
    };
}

action!(pub(crate) DescribeTask("vod") { task_id: Option<String> } -> Option<u64>);

fn assert_read_back<T: Action + DeserializeOwned>() {}

fn main() {
    #[tencent_action(service = "vod", version = "2018-07-17")]
    struct ManageTask {
        task_id: String,
    }

    assert_read_back::<DescribeInstances>();
    assert_read_back::<DescribeInstances<u64, 3>>();
    assert_read_back::<SearchTree>();
    assert_read_back::<DescribeTask>();
    assert_read_back::<ManageTask>();
    assert!(!DescribeTask::FIELDS[0].required, "an `Option` is known behind a macro's fragment");
}
