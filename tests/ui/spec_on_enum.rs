use tencent_action::tencent_data;

#[tencent_data(spec = "specs/vod-2018-07-17.spec")]
enum TaskStatus {
    Waiting,
    Other(String),
}

fn main() {}
