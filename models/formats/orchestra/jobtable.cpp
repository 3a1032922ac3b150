// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/jobtable.h"

namespace formats::orchestra {

// From the pipeline model of orchestra-lang 2026.1015.2 (schedulers.md 1.8): `name*` required, `:i` integer, `:b` boolean,
// `:n` number, `:o` map, `:l` list, two letters either, `:=A|B` one of these words, nothing a text.
const JobRow jobRows[] = {
    {"AIRBYTE_CLOUD", "AIRBYTE_CLOUD_JOB", "connection_id* job_type*:=reset|sync workspace_id"},
    {"AIRBYTE_SERVER", "AIRBYTE_SERVER_JOB", "connection_id* job_type*:=reset|sync workspace_id"},
    {"AIRFLOW", "AIRFLOW_RUN_DAG", "dag_id*"},
    {"ALTERYX_SERVER", "ALTERYX_SERVER_TRIGGER_WORKFLOW",
        "credential_id priority:=Critical|High|Medium|Low|Default questions:l worker_tag workflow_id*"},
    {"ANTHROPIC", "ANTHROPIC_CLAUDE_CHAT", "content* max_tokens:si model system"},
    {"ARCH", "ARCH_SYNC_PIPELINE", "org_id* pipeline_id* tenant_id*"},
    {"AWS_BATCH", "AWS_BATCH_SUBMIT_JOB",
        "aws_region container_overrides:o job_definition* job_name job_queue* parameters:o timeout_seconds:i"},
    {"AWS_BEDROCK", "AWS_BEDROCK_INVOKE_MODEL",
        "aws_region max_tokens:si model prompt provider*:=AWS|OPENAI|CLAUDE|CUSTOM raw_json set_outputs:b "
        "temperature:sn"},
    {"AWS_EC2", "AWS_EC2_SSM_RUN_SCRIPT",
        "aws_region command* execution_timeout:i instance_id* os_type*:=windows|linux output_s3_bucket_name "
        "output_s3_bucket_prefix"},
    {"AWS_ECS", "AWS_ECS_RUN_TASK",
        "assign_public_ip*:b aws_region cluster* container_overrides:l environment_variables "
        "security_group_ids* subnet_ids* task_definition*"},
    {"AWS_EKS", "AWS_EKS_RUN_JOB", "job_manifest*"},
    {"AWS_EMR", "AWS_EMR_RUN_JOB", "aws_region query*"},
    {"AWS_FIREHOSE", "AWS_FIREHOSE_CHECK_STREAM", "aws_region delivery_stream_name*"},
    {"AWS_GLUE", "AWS_GLUE_RUN_JOB", "arguments aws_region job_name*"},
    {"AWS_LAMBDA", "AWS_LAMBDA_EXECUTE_ASYNC_FUNCTION",
        "aws_region enable_polling:b function_name* payload set_outputs:b"},
    {"AWS_REDSHIFT", "AWS_REDSHIFT_EXECUTE_STATEMENT",
        "aws_region cluster_identifier database_name database_user statement*"},
    {"AWS_S3", "AWS_S3_GET_FILE",
        "aws_region bucket_name* file_encoding*:=utf-8|utf-16|latin-1|base64 object_key* set_outputs:b"},
    {"AWS_S3", "AWS_S3_PUT_FILE",
        "aws_region bucket_name* content* content_type file_encoding*:=utf-8|utf-16|latin-1|base64 "
        "object_key*"},
    {"AWS_SAGEMAKER", "AWS_SAGEMAKER_DEPLOY_MODEL", "aws_region"},
    {"AWS_SAGEMAKER", "AWS_SAGEMAKER_TRAIN_MODEL", "aws_region parameters* training_job_name_prefix*"},
    {"AWS_SES", "AWS_SES_SEND_EMAIL",
        "attachment_encoding:=utf-8|base64 attachments:o aws_region bcc:l body_html body_text* cc:l "
        "from_address* from_display_name reply_to ses_configuration_set subject* to*:l"},
    {"AWS_STEP_FUNCTIONS", "AWS_STEP_FUNCTIONS_START_EXECUTION",
        "aws_region execution_input execution_name set_outputs:b state_machine_arn*"},
    {"AZURE_CONTAINER_APPS", "ACA_RUN_JOB",
        "environment_variables:o image job_name* resource_group_name* subscription_id"},
    {"AZURE_DATA_FACTORY", "ADF_PIPELINE_RUN",
        "data_factory* parameters pipeline_name* resource_group* set_outputs:b subscription_id"},
    {"AZURE_DATA_LAKE_STORAGE", "ADLS_SENSOR", "account_name container_name*"},
    {"AZURE_KUBERNETES_SERVICE", "AKS_RUN_JOB", "cluster_name* job_name*"},
    {"AZURE_LOGIC_APPS", "AZURE_LOGIC_APPS_RUN_WORKFLOW",
        "resource_group_name* subscription_id trigger_name* workflow_name*"},
    {"AZURE_SYNAPSE_ANALYTICS", "SYNAPSE_NOTEBOOK_RUN", "notebook_name* parameters:o"},
    {"AZURE_SYNAPSE_ANALYTICS", "SYNAPSE_PIPELINE_RUN", "parameters pipeline_name*"},
    {"AZURE_VM", "AZURE_VM_RUN_COMMAND",
        "auto_manage_vm:b location* os_type:=windows|linux parameters resource_group* run_as_user script* "
        "subscription_id timeout:si vm_architecture:=x64|ARM64 vm_name*"},
    {"BAUPLAN", "BAUPLAN_DATA_QUALITY_TEST", "error_threshold_expression statement* warn_threshold_expression"},
    {"BAUPLAN", "BAUPLAN_EXECUTE_PIPELINE", "bauplan_ref* namespace parameters:o project_branch project_dir"},
    {"BOOMI", "BOOMI_EXECUTE_PROCESS", "atom_id* process_id*"},
    {"CDATA", "CDATA_SYNC_JOB", "job_name* workspace_name"},
    {"CENSUS", "CENSUS_SYNC", "sync_id*:si"},
    {"CLICKHOUSE", "CLICKHOUSE_RUN_QUERY", "database set_outputs:b statement*"},
    {"CLICKHOUSE", "CLICKHOUSE_RUN_TEST", "database error_threshold_expression statement* warn_threshold_expression"},
    {"COALESCE", "COALESCE_RUNJOB",
        "environment_id* exclude_nodes_selector force_ignore_workspace_status:b include_nodes_selector job_id "
        "parallelism:si refresh_parameters snowflake_auth_type*:=OAuth|KeyPair snowflake_warehouse_override"},
    {"DATABRICKS", "DATABRICKS_EXECUTE_STATEMENT", "set_outputs:b statement* warehouse_id*"},
    {"DATABRICKS", "DATABRICKS_ONE_TIME_RUN", "request_body run_name* set_outputs:b tasks*"},
    {"DATABRICKS", "DATABRICKS_RUN_TEST",
        "error_threshold_expression statement* warehouse_id* warn_threshold_expression"},
    {"DATABRICKS", "DATABRICKS_RUN_WORKFLOW", "job_id*:si job_parameters set_outputs:b"},
    {"DATAPROC", "DATAPROC_RUN_JOB",
        "class_or_jar cluster_name* code_location job_args:l "
        "job_type*:=flink|hadoop|hive|pig|presto|pyspark|spark|spark-r|spark-sql|trino location "
        "optional_flags:o query_or_file"},
    {"DATAZEN", "DATAZEN_CHECK_JOB", "job_id*"},
    {"DATAZEN", "DATAZEN_RUN_JOB", "job_id*"},
    {"DBT", "DBT_RUNJOB", "cause job_id* job_parameters"},
    {"DBT_CORE", "DBT_CORE_EXECUTE",
        "branch commands* compute_resource_id environment_variables package_manager:=PIP|POETRY|UV "
        "production_run_identifier project_dir python_version:=3.11|3.12 shallow_clone_dirs "
        "use_state_orchestration:b warehouse_identifier"},
    {"DLT", "DLT_EXECUTE_JOB", "branch command* project_dir"},
    {"DREMIO", "DREMIO_RUN_QUERY", "context:l project_id sql*"},
    {"DUCKDB", "DUCKDB_EXECUTE_QUERY", "query* set_outputs:b"},
    {"ESTUARY", "ESTUARY_CHECK_FLOW", "error_threshold:i latency_threshold:i task* warn_threshold:i"},
    {"ETLEAP", "ETLEAP_REFRESH_PIPELINE", "pipeline_id*"},
    {"FABRIC", "FABRIC_RUN_DATA_PIPELINE", "data_pipeline_id* execution_data set_outputs:b workspace_id*"},
    {"FABRIC", "FABRIC_RUN_NOTEBOOK", "execution_data notebook_id* set_outputs:b workspace_id*"},
    {"FABRIC_SYNAPSE", "FABRIC_SYNAPSE_RUN_DQ_TEST",
        "database error_threshold_expression statement* warn_threshold_expression"},
    {"FABRIC_SYNAPSE", "FABRIC_SYNAPSE_RUN_QUERY", "database set_outputs:b statement*"},
    {"FIVETRAN", "FIVETRAN_SYNC_ALL", "connector_id* force:b resync:sb scope"},
    {"GCP_BIG_QUERY", "GCP_BQ_RUN_QUERY_JOB", "enable_drive_scope:b location query* set_outputs:b"},
    {"GCP_BIG_QUERY", "GCP_BQ_RUN_SCHEDULED_QUERY_JOB", "resource_name*"},
    {"GCP_BIG_QUERY", "GCP_BQ_RUN_TEST",
        "enable_drive_scope:b error_threshold_expression location query* warn_threshold_expression"},
    {"GCP_CLOUD_FUNCTIONS", "GCP_CLOUD_FUNCTIONS_EXECUTE_ASYNC_FUNCTION",
        "cloud_tasks_queue_name enable_polling:b function_url* location payload set_outputs:b "
        "trigger_method*:=pub_sub|cloud_tasks"},
    {"GCP_CLOUD_RUN", "GCP_CLOUD_RUN_EXECUTE_JOB", "env_variables:o job_name* location"},
    {"GCP_CLOUD_STORAGE", "GCP_CLOUD_STORAGE_GET_FILE",
        "bucket_name* file_encoding*:=utf-8|utf-16|latin-1|base64 object_name* set_outputs:b"},
    {"GCP_CLOUD_STORAGE", "GCP_CLOUD_STORAGE_PUT_FILE",
        "bucket_name* content* content_type file_encoding*:=utf-8|utf-16|latin-1|base64 object_name*"},
    {"GCP_DATAFLOW", "GCP_DATAFLOW_RUN_PIPELINE", "location pipeline_name*"},
    {"GCP_DATAFORM", "GCP_DATAFORM_INVOKE_WORKFLOW",
        "full_refresh:b include_dependencies:b include_dependents:b included_tags location "
        "release_config_name* repository_name* service_account"},
    {"GCP_DATASTREAM", "GCP_DATASTREAM_MONITOR", "location stream_name*"},
    {"GCP_LOOKER", "GCP_LOOKER_RUN_SCHEDULED_PLAN", "scheduled_plan_id*"},
    {"GITHUB_ACTIONS", "GITHUB_RUN_WORKFLOW", "input_parameters owner* ref* repository* workflow_id*"},
    {"GKE", "GKE_RUN_JOB", "job_manifest*"},
    {"HEVO", "HEVO_CHECK_DESTINATION_STATUS", "hevo_destination_id*:si"},
    {"HEX", "HEX_RUN_PROJECT", "input_params project_id*"},
    {"HIGHTOUCH", "HIGHTOUCH_SYNC", "sync_id*:si"},
    {"HTTP", "HTTP_REQUEST", "body custom_headers method*:=GET|POST|PUT path* set_outputs:b"},
    {"HTTP", "HTTP_REQUEST_ASYNC", "body custom_headers method*:=GET|POST|PUT path* set_outputs:b"},
    {"HUBSPOT", "HUBSPOT_IMPORT_RECORDS",
        "column_mappings*:l date_format:=YEAR_MONTH_DAY|MONTH_DAY_YEAR|DAY_MONTH_YEAR file_name file_url* "
        "has_header:b import_name import_operation:=CREATE|UPDATE|UPSERT object_type"},
    {"KAFKA", "KAFKA_CHECK_TOPIC", "topic_id*"},
    {"KEBOOLA", "KEBOOLA_RUN_FLOW", "flow_id* force_run:b"},
    {"LIGHTDASH", "LIGHTDASH_REFRESH_DASHBOARD", "dashboard_id* invalidate_cache:b"},
    {"LIGHTDASH", "LIGHTDASH_REFRESH_PRE_AGGREGATE", "pre_aggregate_name*"},
    {"LINUX_SSH", "LINUX_SSH_EXECUTE_COMMAND", "command*"},
    {"MARIADB", "MARIADB_RUN_QUERY", "database set_outputs:b statement*"},
    {"MATILLION", "MATILLION_EXECUTE_PIPELINE", "environment_name* pipeline_name* project_id*"},
    {"MATILLION_ETL", "MATILLION_ETL_RUN_JOB",
        "environment* grid_variables group_name* job_name* project_name* scalar_variables version*"},
    {"METAPLANE", "METAPLANE_RUN_MONITOR", "monitor_id*"},
    {"MICROSOFT_TEAMS", "SEND_MICROSOFT_TEAMS_MESSAGE", "content*:o"},
    {"MONGODB", "MONGODB_RUN_COMMAND", "command* set_outputs:b target_database"},
    {"MONGODB", "MONGODB_RUN_TEST",
        "collection* error_threshold_expression filter pipeline target_database warn_threshold_expression"},
    {"MOTHERDUCK", "MOTHERDUCK_EXECUTE_QUERY", "query* set_outputs:b"},
    {"MYSQL", "MYSQL_RUN_QUERY", "database set_outputs:b statement*"},
    {"N8N", "N8N_RUN_WORKFLOW", "webhook_method:=POST|GET|PUT|PATCH|DELETE webhook_payload webhook_url*"},
    {"NIMBLE", "NIMBLE_SERP_API", "query_terms*:l storage_type*:=S3|GS storage_url*"},
    {"NIMBLE", "NIMBLE_WEB_API", "request_url* storage_type*:=S3|GS storage_url*"},
    {"NOTION", "NOTION_APPEND_BLOCKS", "block_id* blocks_json* position:=end|start"},
    {"NOTION", "NOTION_CREATE_DATABASE_PAGE", "data_source_id* icon_emoji markdown_content page_title* properties"},
    {"NOTION", "NOTION_CREATE_PAGE", "icon_emoji markdown_content page_title* parent_page_id*"},
    {"NOTION", "NOTION_UPDATE_DATABASE_PAGE", "icon_emoji page_id* page_title properties"},
    {"OMNI", "OMNI_TRIGGER_SCHEDULE", "schedule_id*"},
    {"OPEN_AI", "OPEN_AI_CHAT",
        "context instructions max_output_tokens:si model output_schema prompt* "
        "reasoning_effort:=minimal|low|medium|high return_text:b set_outputs:b temperature:sn top_p:sn"},
    {"ORCHESTRA", "APPROVAL",
        "approvers:l message message_connection_id message_destination message_integration set_outputs:b"},
    {"ORCHESTRA", "DATA_RECONCILIATION_CURSOR_FIELD",
        "cursor_field_cache_override destination_column_name* destination_connection_id destination_database "
        "destination_integration*:=SNOWFLAKE|SQL_SERVER|DATABRICKS destination_role destination_schema "
        "destination_table_name* destination_warehouse destination_warehouse_id detect_count_drift:b "
        "detect_count_drift_error_threshold_expression detect_count_drift_warn_threshold_expression "
        "detect_max_drift:b query_from_cursor_field_cache:b source_column_name* source_connection_id "
        "source_database source_integration*:=SNOWFLAKE|SQL_SERVER|DATABRICKS source_role source_schema "
        "source_table_name* source_warehouse source_warehouse_id"},
    {"ORCHESTRA", "DATA_RECONCILIATION_MANUAL_QUERY",
        "destination_connection_id destination_database "
        "destination_integration*:=SNOWFLAKE|SQL_SERVER|DATABRICKS destination_query* destination_role "
        "destination_schema destination_warehouse destination_warehouse_id error_threshold_expression "
        "source_connection_id source_database source_integration*:=SNOWFLAKE|SQL_SERVER|DATABRICKS "
        "source_query* source_role source_schema source_warehouse source_warehouse_id "
        "warn_threshold_expression"},
    {"ORCHESTRA", "RUN_AGENT",
        "agent_id* effort:=low|medium|high|xhigh|max llm_connection_id llm_integration "
        "model_id:=claude-opus-4-6|claude-sonnet-4-6|claude-opus-4-8|claude-opus-5|claude-sonnet-5|claude-opus-5-5|claude-sonnet-5-5 "
        "prompt* set_outputs:b"},
    {"ORCHESTRA", "TRIGGER_PIPELINE", "branch pipeline_id* run_inputs:o"},
    {"ORCHESTRA", "WAIT", "wait_minutes*:i"},
    {"PORTABLE", "PORTABLE_RUN_FLOW", "flow_id*"},
    {"POSTGRES", "POSTGRES_RUN_QUERY", "database set_outputs:b statement*"},
    {"POSTGRES", "POSTGRES_RUN_TEST", "database error_threshold_expression statement* warn_threshold_expression"},
    {"POWER_AUTOMATE", "POWER_AUTOMATE_RUN_FLOW", "power_automate_webhook_url*"},
    {"POWER_BI", "POWER_BI_REFRESH_DATAFLOW", "dataflow_id* workspace_id"},
    {"POWER_BI", "POWER_BI_REFRESH_DATASET",
        "apply_refresh_policy:b dataset_id* "
        "refresh_type:=Full|ClearValues|Calculate|DataOnly|Automatic|Defragment tables:l workspace_id"},
    {"PREFECT_CLOUD", "PREFECT_CLOUD_RUN_FLOW", "deployment_id* flow_run_parameters"},
    {"PYTHON", "PYTHON_EXECUTE_SCRIPT",
        "branch build_command code command compute_resource_id environment_variables "
        "package_manager:=PIP|POETRY|UV project_dir python_version:=3.11|3.12 set_outputs:b "
        "shallow_clone_dirs source:=INLINE|GIT"},
    {"QLIK_REPLICATE", "QLIK_REPLICATE_TASK_FULL_LOAD", "cdc_position* run_option* server_name* task_name*"},
    {"QUICKBOOKS", "QUICKBOOKS_CREATE_ENTITY",
        "entity*:=Bill|Customer|Estimate|Invoice|Item|JournalEntry|Payment|Vendor record*"},
    {"RENDER", "RENDER_RUN_JOB", "plan_id service_id start_command*"},
    {"RIVERY", "RIVERY_RUN_RIVER", "river_id*"},
    {"RUDDERSTACK", "RUDDERSTACK_RETL_SYNC", "connection_id* sync_type:=incremental|full"},
    {"SALESFORCE", "SALESFORCE_RUN_ANALYTICS_DATAFLOW", "dataflow_id*"},
    {"SFTP", "SFTP_GET_FILE", "content_format:=TEXT|BASE64 file_path* set_outputs:b"},
    {"SFTP", "SFTP_PUT_FILE", "content_format:=TEXT|BASE64 contents* file_path* overwrite:b"},
    {"SHAREPOINT", "SHAREPOINT_GET_FILE",
        "file_encoding*:=utf-8|utf-16|latin-1|base64 file_path* library_name set_outputs:b"},
    {"SHAREPOINT", "SHAREPOINT_PUT_FILE",
        "content* content_type file_encoding*:=utf-8|utf-16|latin-1|base64 file_path* library_name "
        "on_conflict:=replace|rename|fail"},
    {"SIGMA", "SIGMA_DATAMODEL_MATERIALIZATION", "datamodel_id* sheet_ids*:l"},
    {"SIGMA", "SIGMA_DATASET_MATERIALIZATION", "dataset_id*"},
    {"SIGMA", "SIGMA_WORKBOOK_MATERIALIZATION", "sheet_ids*:l workbook_id*"},
    {"SLACK", "SEND_SLACK_MESSAGE", "attachments:l blocks:sl channel_name* text unfurl_links:b unfurl_media:b"},
    {"SNOWFLAKE", "SNOWFLAKE_ANOMALY_DETECTION",
        "database model_name* predict_sql_statement* role schema series_colname target_colname* "
        "timestamp_colname* train_sql_statement* warehouse"},
    {"SNOWFLAKE", "SNOWFLAKE_RUN_QUERY", "database role schema set_outputs:b statement* warehouse"},
    {"SNOWFLAKE", "SNOWFLAKE_RUN_TEST",
        "database error_threshold_expression role schema statement* test_severity_level:=ERROR|NONE warehouse "
        "warn_threshold_expression"},
    {"SNOWFLAKE", "SNOWFLAKE_SCHEMA_VALIDATION",
        "column_name* database expected_type* is_nullable*:b is_primary_key*:b is_unique*:b role schema "
        "table_name* warehouse"},
    {"SQL_MESH", "SQL_MESH_EXECUTE_JOB", "branch commands* project_dir"},
    {"SQL_SERVER", "SQL_SERVER_RUN_QUERY", "database set_outputs:b statement*"},
    {"STITCH", "STITCH_SYNC", "source_id*:si"},
    {"TABLEAU_CLOUD", "TABLEAU_REFRESH_EXTRACT", "datasource_name* project_name*"},
    {"TABLEAU_CLOUD", "TABLEAU_REFRESH_WORKBOOK", "project_name* workbook_name*"},
    {"TABLEAU_CLOUD", "TABLEAU_UPDATE_SUBSCRIPTION", "attribute_values* subscription_id subscription_subject"},
    {"TALEND_CLOUD", "TALEND_CLOUD_EXECUTE_TASK",
        "executable_task_id* execution_timeout:si log_level:=OFF|ERROR|WARN|INFO parameters"},
    {"THOUGHTSPOT", "THOUGHTSPOT_FETCH_LIVEBOARD_DATA", "mdata_identifier* set_outputs:b visualization_identifiers:l"},
    {"TOBIKO_CLOUD", "TOBIKO_CLOUD_EXECUTE", "branch commands* compute_resource_id project_dir shallow_clone_dirs"},
    {"TYPESAFE", "TYPESAFE_JEV_EVALUATE", "model questions*:l set_outputs:b state*"},
    {"WINDOWS_SSH", "WINDOWS_SSH_COMMAND", "command*"},
};

const int jobRowCount = int(sizeof(jobRows) / sizeof(jobRows[0]));

} // namespace formats::orchestra
