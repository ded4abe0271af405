#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TaskStatus {
    Waiting,
    #[serde(rename = "PROCESSING", alias = "RUNNING")]
    Running,
    Other(String),
}
