-- How suppliers score and of what the score is made, for analysts and managers.

CREATE OR REPLACE VIEW api.supplier_score DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    supplier_id,
    supplier_name,
    category_id,
    window_days,
    score,
    score_low,
    score_high,
    tier,
    tier_reason,
    weight_known,
    weight_supported,
    evidence,
    maturity,
    costliest_component,
    costliest_points_lost,
    weights_version,
    as_of,
    run_id
FROM mart.supplier_score;

CREATE OR REPLACE VIEW superset.supplier_score DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    supplier_score.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    supplier_score.supplier_id AS supplier_id,
    supplier_score.supplier_name AS supplier_name,
    supplier_score.category_id AS category_id,
    supplier_score.window_days AS window_days,
    supplier_score.score AS score,
    supplier_score.score_low AS score_low,
    supplier_score.score_high AS score_high,
    supplier_score.tier AS tier,
    supplier_score.tier_reason AS tier_reason,
    supplier_score.weight_known AS weight_known,
    supplier_score.weight_supported AS weight_supported,
    supplier_score.evidence AS evidence,
    supplier_score.maturity AS maturity,
    supplier_score.costliest_component AS costliest_component,
    supplier_score.costliest_points_lost AS costliest_points_lost,
    supplier_score.weights_version AS weights_version,
    supplier_score.as_of AS as_of,
    supplier_score.run_id AS run_id
FROM mart.supplier_score AS supplier_score
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = supplier_score.marketplace;

CREATE OR REPLACE VIEW api.supplier_score_component DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    supplier_id,
    category_id,
    window_days,
    component,
    estimate,
    estimate_low,
    estimate_high,
    evidence,
    maturity,
    best,
    worst,
    points_most,
    points,
    points_low,
    points_high,
    points_lost,
    reason,
    weights_version,
    as_of,
    run_id
FROM mart.supplier_score_component;

CREATE OR REPLACE VIEW superset.supplier_score_component DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    supplier_score_component.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    supplier_score_component.supplier_id AS supplier_id,
    supplier_score_component.category_id AS category_id,
    supplier_score_component.window_days AS window_days,
    supplier_score_component.component AS component,
    supplier_score_component.estimate AS estimate,
    supplier_score_component.estimate_low AS estimate_low,
    supplier_score_component.estimate_high AS estimate_high,
    supplier_score_component.evidence AS evidence,
    supplier_score_component.maturity AS maturity,
    supplier_score_component.best AS best,
    supplier_score_component.worst AS worst,
    supplier_score_component.points_most AS points_most,
    supplier_score_component.points AS points,
    supplier_score_component.points_low AS points_low,
    supplier_score_component.points_high AS points_high,
    supplier_score_component.points_lost AS points_lost,
    supplier_score_component.reason AS reason,
    supplier_score_component.weights_version AS weights_version,
    supplier_score_component.as_of AS as_of,
    supplier_score_component.run_id AS run_id
FROM mart.supplier_score_component AS supplier_score_component
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = supplier_score_component.marketplace;
