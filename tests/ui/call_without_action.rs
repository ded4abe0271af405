use tencent_action::Client;

struct ManageTask {
    task_id: String,
}

async fn manage(client: Client) {
    let task = ManageTask { task_id: String::new() };
    client.call(&task).await.unwrap();
}

fn main() {
    drop(manage);
}
