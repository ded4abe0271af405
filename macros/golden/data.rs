#[tencent_data]
#[derive(Debug, Clone, Default)]
pub struct TaskSummary<T> {
    pub task_id: String,
    pub status: Option<TaskStatus>,
    pub parts: Vec<Part>,
    pub extra: T,
}
