//! An answer, from what the transport gave to the reply.

use std::hint::black_box;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::{Case, Named, case, whole};
use crate::subject::{ManageTask, PlainAnswer, PlainEmpty, PlainMedias, SMALL, SearchMedia, medias};
use crate::{client, mark};

pub(super) const CASES: [Named; 6] = [
    case("decode small", decode_small),
    case("floor: decode small", || floor_decode::<PlainEmpty>(SMALL.into())),
    case("decode 4 KiB", || decode(4 << 10)),
    case("floor: decode 4 KiB", || floor_decode::<PlainMedias>(medias(4 << 10))),
    case("decode 1 MiB", || decode(1 << 20)),
    case("floor: decode 1 MiB", || floor_decode::<PlainMedias>(medias(1 << 20))),
];

fn decode_small() -> Case {
    let (runtime, client, task) = (client::runtime(), client::answered(SMALL), ManageTask::small());
    Box::new(move |times| {
        runtime.block_on(async {
            for _ in 0..times {
                let reply = black_box(task.send(&client).await).expect("it is answered");
                mark::end();
                drop(reply);
            }
        });
    })
}

fn decode(len: usize) -> Case {
    let (runtime, client, search) = (client::runtime(), client::answered(medias(len)), SearchMedia::all());
    Box::new(move |times| {
        runtime.block_on(async {
            for _ in 0..times {
                let reply = black_box(search.send(&client).await).expect("it is answered");
                mark::end();
                assert_eq!(reply.total_count, reply.media_info_set.len() as u64);
            }
        });
    })
}

/// By serde's derives alone: no error is looked for, and nothing is forgiven.
fn floor_decode<T: DeserializeOwned + 'static>(body: Bytes) -> Case {
    whole(move || serde_json::from_slice::<PlainAnswer<T>>(&body).expect("it decodes"))
}
