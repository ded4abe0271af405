use tencent_action::tencent_data;

#[tencent_data(service = "vod")]
#[serde(rename_all = "CAPITALS", untagged)]
#[derive(Debug, serde::Serialize)]
enum TaskStatus {
    #[serde(renam = "WAITING")]
    Waiting,
    #[tencent(code = "DONE")]
    Done,
    #[serde(rename = "Done")]
    Finished,
    Failed { code: String },
}

fn main() {}
