//! Floors are floors of the same work: checked before anything is measured.

use serde_json::{Value, to_value};

use crate::client;
use crate::floor::Floor;
use crate::subject::{ManageTask, PlainAnswer, PlainMedias, PlainTask, SECOND, SearchMedia, medias};

/// Fails if the floors don't do what the client does.
pub(crate) fn check() -> Result<(), String> {
    request()?;
    answer()
}

/// The floor's request is the client's, byte for byte.
fn request() -> Result<(), String> {
    let client = client::at(SECOND.unsigned_abs());
    let ours = client::runtime().block_on(ManageTask::small().send(&client).explain());
    let ours = ours.map_err(|error| error.to_string())?.revealed();
    let payload = serde_json::to_vec(&PlainTask::small()).map_err(|error| error.to_string())?;
    if ours.body() != payload {
        return Err(format!("we send {:?}, the floor {:?}", ours.body(), String::from_utf8_lossy(&payload)));
    }

    let floors = Floor::new().request(payload, SECOND);
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let mut floors: Vec<_> = floors.headers().iter().map(|(name, value)| (name.as_str(), text(value))).collect();
    let mut ours: Vec<_> = ours.headers().collect();
    ours.sort_unstable();
    floors.sort_unstable();
    if ours == floors { Ok(()) } else { Err(format!("we send the headers {ours:?}, the floor {floors:?}")) }
}

/// What the floor reads is what the client reads.
fn answer() -> Result<(), String> {
    let body = medias(4 << 10);
    let reply = client::runtime().block_on(SearchMedia::all().send(&client::null(body.clone())));
    let reply = reply.map_err(|error| error.to_string())?;
    let floors: PlainAnswer<PlainMedias> = serde_json::from_slice(&body).map_err(|error| error.to_string())?;
    let [ours, floors] = [to_value(&*reply), to_value(&floors.response)].map(Result::unwrap_or_default);
    let members = ["TotalCount", "MediaInfoSet"];
    let same = members.iter().all(|member| ours[member] == floors[member] && ours[member] != Value::Null);
    if same { Ok(()) } else { Err(format!("we read {ours}, the floor {floors}")) }
}
