#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = Tasks,
    paginate(token = scroll_token, done = r#type.over, items = data.all.task_set, item = Task)
)]
pub struct DescribeTasks<'a> {
    status: &'a str,
    scroll_token: Option<String>,
}
