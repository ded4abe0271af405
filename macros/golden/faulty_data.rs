#[tencent_data(service = "vod")]
#[derive(Debug, Serialize)]
pub enum TaskStatus {
    Waiting,
    Other { value: String },
}
