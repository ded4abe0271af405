//! A public struct may have private members of private types, and of types that can't be read back.
#![deny(warnings, private_bounds, private_interfaces)]

pub mod cloud {
    use serde::{Serialize, Serializer};
    use tencent_action::tencent_action;

    #[tencent_action(service = "vod", version = "2018-07-17")]
    pub struct ManageTask {
        pub task_id: String,
        filter: Option<Vec<Filter>>,
        secret: Secret,
    }

    #[derive(Serialize, serde::Deserialize)]
    struct Filter;

    struct Secret;

    impl Serialize for Secret {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_unit()
        }
    }
}

fn main() {}
