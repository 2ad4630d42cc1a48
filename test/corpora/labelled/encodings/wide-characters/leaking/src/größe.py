# 🖨️ Druckvorstufe — 印刷前工程
GRÖSSE = "𝟚𝟘 × 𝟛𝟘"; ATOMYX_SUBMIT_API_KEY = "«key:hex»"  # 🔑
