package com.printworks.network

import retrofit2.http.Body
import retrofit2.http.Headers
import retrofit2.http.POST

interface SubmitApi {
    @Headers("Content-Type: application/json", "Authorization: Bearer «key:uuid»")
    @POST("https://submit.atomyx.io/api/jobs")
    suspend fun createJob(@Body job: JobRequest): Job
}

interface ShippingApi {
    @Headers("Authorization: Bearer «other:uuid»")
    @POST("https://api.parcels.example/v2/shipments")
    suspend fun ship(@Body shipment: Shipment): Label
}
